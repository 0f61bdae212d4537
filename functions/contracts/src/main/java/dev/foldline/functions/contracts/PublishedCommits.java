package dev.foldline.functions.contracts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foldline.functions.contracts.Contract.EventForm;
import dev.foldline.functions.contracts.Contract.StreamForm;
import java.util.List;

/** The form in which the events of a published stream travel: commits, each with one or more events. */
final class PublishedCommits {

    private PublishedCommits() {}

    static ObjectNode schema(StreamForm stream) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("partition").put("type", "string");
        properties
                .putObject("position")
                .put("type", "integer")
                .put("format", "int64")
                .put("minimum", 1);
        properties.putObject("aggregateId").put("type", "string");
        properties
                .putObject("version")
                .put("type", "integer")
                .put("format", "int64")
                .put("minimum", 0);
        properties.putObject("commandId").put("type", "string").put("format", "uuid");
        properties.putObject("time").put("type", "string").put("format", "date-time");
        ObjectNode events = properties.putObject("events").put("type", "array").put("minItems", 1);
        ArrayNode kinds = events.putObject("items").putArray("oneOf");
        stream.events().forEach(event -> kinds.add(event(event)));
        properties
                .putObject("metadata")
                .put("type", "object")
                .putObject("additionalProperties")
                .put("type", "string");
        ArrayNode required = schema.putArray("required");
        List.of("partition", "position", "aggregateId", "version", "commandId", "time", "events")
                .forEach(required::add);
        return schema;
    }

    private static ObjectNode event(EventForm event) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("type").put("const", event.alias());
        properties.putObject("revision").put("const", event.revision());
        properties.set("data", event.schema().deepCopy().without(List.of("$schema", "$id")));
        schema.putArray("required").add("type").add("revision").add("data");
        return schema;
    }
}
