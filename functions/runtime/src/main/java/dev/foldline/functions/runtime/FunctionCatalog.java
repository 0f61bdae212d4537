package dev.foldline.functions.runtime;

import dev.foldline.functions.Command;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The functions of this application, as the build found them.
 *
 * @param commands one entry per command
 * @param queries one entry per query
 * @param remoteCommands commands of the contracts at hand that other processes handle
 * @param remoteQueries queries of the contracts at hand that other processes handle
 * @param gathers queries that several answer in part, here or in other processes
 */
public record FunctionCatalog(
        List<Entry> commands,
        List<Entry> queries,
        List<RemoteEntry> remoteCommands,
        List<RemoteEntry> remoteQueries,
        List<GatherEntry> gathers) {

    /** Without gathers. */
    public FunctionCatalog(
            List<Entry> commands,
            List<Entry> queries,
            List<RemoteEntry> remoteCommands,
            List<RemoteEntry> remoteQueries) {
        this(commands, queries, remoteCommands, remoteQueries, List.of());
    }

    /**
     * A query that several answer in part.
     *
     * @param context the bounded context
     * @param name the query's name within the context
     * @param message the query's record
     * @param responders the names of all who answer
     * @param functions the handlers' classes of those who answer in this process, by responder
     */
    public record GatherEntry(
            String context, String name, Class<?> message, List<String> responders, Map<String, Class<?>> functions) {

        public GatherEntry {
            responders = List.copyOf(responders);
            functions = Map.copyOf(functions);
        }

        /** The query's name in the whole platform, e.g. {@code wallet/player-overview}. */
        public String key() {
            return context + "/" + name;
        }

        private GatherEntry without(Predicate<Class<?>> elsewhere) {
            Map<String, Class<?>> here = functions.entrySet().stream()
                    .filter(one -> !elsewhere.test(one.getValue()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            return new GatherEntry(context, name, message, responders, here);
        }

        /** Those who answer in other processes. */
        public List<String> elsewhere() {
            return responders.stream()
                    .filter(responder -> !functions.containsKey(responder))
                    .toList();
        }
    }

    /**
     * A message that another process handles.
     *
     * @param context the bounded context
     * @param name the message's name within the context
     * @param aggregateField the field that names the aggregate; empty for a query
     * @param message the message's record
     */
    public record RemoteEntry(String context, String name, String aggregateField, Class<?> message) {

        /** The message's name in the whole platform, e.g. {@code wallet/place-bet}. */
        public String key() {
            return context + "/" + name;
        }
    }

    /**
     * One function.
     *
     * @param context the bounded context
     * @param name the message's name within the context
     * @param message the message's record
     * @param function the handler's class
     */
    public record Entry(String context, String name, Class<?> message, Class<?> function) {

        /** The message's name in the whole platform, e.g. {@code wallet/place-bet}. */
        public String key() {
            return context + "/" + name;
        }

        private RemoteEntry elsewhere() {
            Command command = message.getAnnotation(Command.class);
            return new RemoteEntry(context, name, command == null ? "" : command.aggregate(), message);
        }
    }

    /** The contexts whose messages this application knows, in the order of their names. */
    public Set<String> contexts() {
        var contexts = new TreeSet<String>();
        Stream.concat(commands.stream(), queries.stream()).forEach(entry -> contexts.add(entry.context()));
        Stream.concat(remoteCommands.stream(), remoteQueries.stream()).forEach(entry -> contexts.add(entry.context()));
        return contexts;
    }

    public FunctionCatalog {
        commands = List.copyOf(commands);
        queries = List.copyOf(queries);
        remoteCommands = List.copyOf(remoteCommands);
        remoteQueries = List.copyOf(remoteQueries);
        gathers = List.copyOf(gathers);
    }

    /** The same with these functions in other processes. */
    FunctionCatalog without(Predicate<Class<?>> elsewhere) {
        Predicate<Entry> moved = entry -> elsewhere.test(entry.function());
        return new FunctionCatalog(
                commands.stream().filter(moved.negate()).toList(),
                queries.stream().filter(moved.negate()).toList(),
                with(remoteCommands, commands.stream().filter(moved)),
                with(remoteQueries, queries.stream().filter(moved)),
                gathers.stream().map(gather -> gather.without(elsewhere)).toList());
    }

    private static List<RemoteEntry> with(List<RemoteEntry> remote, Stream<Entry> more) {
        return Stream.concat(remote.stream(), more.map(Entry::elsewhere)).toList();
    }
}
