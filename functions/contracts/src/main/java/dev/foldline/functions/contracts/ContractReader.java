package dev.foldline.functions.contracts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.functions.Command;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.Query;
import dev.foldline.functions.contracts.Contract.CommandForm;
import dev.foldline.functions.contracts.Contract.EventForm;
import dev.foldline.functions.contracts.Contract.QueryForm;
import dev.foldline.functions.contracts.Contract.StreamForm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads contracts off their records: those with {@link Command} and {@link Query}, and published {@link EventSource}s. Not
 * thread-safe.
 */
public final class ContractReader {

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private final RecordSchemas schemas = new RecordSchemas();
    private final Function<Class<?>, Class<?>> answers;

    /** A reader that knows of no answer but what queries say themselves. */
    public ContractReader() {
        this(query -> Void.class);
    }

    /**
     * A reader.
     *
     * @param answers what answers a query that does not say so itself; {@code Void} when that is not known
     */
    public ContractReader(Function<Class<?>, Class<?>> answers) {
        this.answers = answers;
    }

    /**
     * The contracts that the messages and streams make up, by context.
     *
     * @throws ContractException one of them cannot be told to others
     */
    public SortedMap<String, Contract> read(Collection<Class<?>> messages, Collection<EventSource<?>> streams) {
        SortedMap<String, Contract> contracts = new TreeMap<>();
        for (Class<?> message : messages) {
            Command command = message.getAnnotation(Command.class);
            if (command != null) {
                add(contracts, command.context(), List.of(command(message, command)), List.of(), List.of());
            }
            Query query = message.getAnnotation(Query.class);
            if (query != null) {
                add(contracts, query.context(), List.of(), List.of(query(message, query)), List.of());
            }
        }
        streams.forEach(stream -> add(contracts, stream.context(), List.of(), List.of(), List.of(stream(stream))));
        return contracts;
    }

    private static void add(
            Map<String, Contract> contracts,
            String context,
            List<CommandForm> commands,
            List<QueryForm> queries,
            List<StreamForm> streams) {
        contracts.merge(
                context,
                new Contract(context, commands, queries, streams),
                (some, more) -> new Contract(
                        context,
                        joined(some.commands(), more.commands(), Comparator.comparing(CommandForm::name)),
                        joined(some.queries(), more.queries(), Comparator.comparing(QueryForm::name)),
                        joined(some.streams(), more.streams(), Comparator.comparing(StreamForm::name))));
    }

    private static <T> List<T> joined(List<T> some, List<T> more, Comparator<T> order) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        all.sort(order);
        return all;
    }

    private CommandForm command(Class<?> type, Command command) {
        ObjectNode schema = named(schemas.ofRead(record(type)), command.context(), "command", command.name());
        if (!command.aggregate().isEmpty() && !schema.path("properties").has(command.aggregate())) {
            throw new ContractException(type.getName() + " has no field '" + command.aggregate()
                    + "', which its @Command names as the one that holds the aggregate's id");
        }
        return new CommandForm(command.name(), command.aggregate(), schema);
    }

    private QueryForm query(Class<?> type, Query query) {
        Class<?> answer = query.answer() == Void.class ? answers.apply(type) : query.answer();
        if (answer == Void.class) {
            throw new ContractException(type.getName() + " does not say what answers it: add answer = … to its @Query");
        }
        return new QueryForm(
                query.name(),
                List.of(query.responders()),
                named(schemas.ofRead(record(type)), query.context(), "query", query.name()),
                named(schemas.ofWritten(record(answer)), query.context(), "answer", query.name()));
    }

    private StreamForm stream(EventSource<?> stream) {
        List<EventForm> events = stream.events().names().entrySet().stream()
                .map(event -> event(stream, event.getKey(), event.getValue()))
                .sorted(Comparator.comparing(EventForm::alias).thenComparing(EventForm::revision))
                .toList();
        return new StreamForm(stream.name(), events);
    }

    private EventForm event(EventSource<?> stream, EventTable.Name name, Class<?> type) {
        if (stream.events().isUpcast(name)) {
            throw new ContractException(name + " of " + stream.context() + "'s stream '" + stream.name()
                    + "' is upcast, which followers cannot: they read it as it was published. Keep its record, and add it"
                    + " as an alias of its revision: docs/guides/contracts.md says how.");
        }
        String path = stream.name() + ":" + name.alias() + ":" + name.revision();
        ObjectNode schema = named(schemas.ofWritten(record(type)), stream.context(), "event", path);
        return new EventForm(name.alias(), name.revision(), schema);
    }

    private static Class<?> record(Class<?> type) {
        if (!type.isRecord()) {
            throw new ContractException(type.getName() + " is a message of a contract and no record");
        }
        return type;
    }

    /** The schema with what says of which draft and which message it is. */
    private static ObjectNode named(ObjectNode schema, String context, String kind, String name) {
        ObjectNode named = schema.objectNode()
                .put("$schema", DRAFT)
                .put("$id", "urn:foldline:" + context + ":" + kind + ":" + name);
        schema.properties().stream()
                .filter(keyword -> !keyword.getKey().equals("$schema"))
                .forEach(keyword -> named.set(keyword.getKey(), keyword.getValue()));
        return named;
    }
}
