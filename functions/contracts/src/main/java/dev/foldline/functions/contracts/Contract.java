package dev.foldline.functions.contracts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a context promises to others. Immutable but for the schemas, which nobody changes.
 *
 * @param context the bounded context
 * @param commands what others may send, in the order of their names
 * @param queries what others may ask, in the order of their names
 * @param streams what others may follow, in the order of their names
 */
public record Contract(String context, List<CommandForm> commands, List<QueryForm> queries, List<StreamForm> streams) {

    /**
     * A command.
     *
     * @param name its name within the context
     * @param aggregate the field that holds the aggregate's id; empty for none
     * @param schema its form
     */
    public record CommandForm(String name, String aggregate, ObjectNode schema) {}

    /**
     * A query.
     *
     * @param name its name within the context
     * @param responders who answers, when there are several; empty for one
     * @param schema its form
     * @param answer the answer's form
     */
    public record QueryForm(String name, List<String> responders, ObjectNode schema, ObjectNode answer) {}

    /**
     * A stream of published events.
     *
     * @param name its name within the context
     * @param events the events that may be met in it, by alias and revision
     */
    public record StreamForm(String name, List<EventForm> events) {}

    /**
     * A published event.
     *
     * @param alias its name
     * @param revision its revision, from 1
     * @param schema its form
     */
    public record EventForm(String alias, int revision, ObjectNode schema) {}

    public Contract {
        commands = List.copyOf(commands);
        queries = List.copyOf(queries);
        streams = List.copyOf(streams);
    }

    /** The forms of all messages, by the file that each is kept in. */
    SortedMap<String, MessageSchema> schemas() {
        SortedMap<String, MessageSchema> schemas = new TreeMap<>();
        Stream.of(
                        commands.stream().map(c -> new MessageSchema(MessageKind.COMMAND, c.name(), c.schema())),
                        queries.stream().map(q -> new MessageSchema(MessageKind.QUERY, q.name(), q.schema())),
                        queries.stream().map(q -> new MessageSchema(MessageKind.ANSWER, q.name(), q.answer())),
                        streams.stream().flatMap(Contract::events))
                .flatMap(messages -> messages)
                .forEach(message -> schemas.put(message.file(), message));
        return schemas;
    }

    private static Stream<MessageSchema> events(StreamForm stream) {
        return stream.events().stream()
                .map(event -> new MessageSchema(
                        MessageKind.EVENT,
                        stream.name() + "/" + event.alias() + "." + event.revision(),
                        event.schema()));
    }
}
