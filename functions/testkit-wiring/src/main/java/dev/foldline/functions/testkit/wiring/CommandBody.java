package dev.foldline.functions.testkit.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.foldline.functions.Command;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A command as it is sent over HTTP.
 *
 * @param path where it is sent to
 * @param idField the field that names the aggregate
 * @param originalId the aggregate's id in the scenario
 * @param fields the JSON body
 */
record CommandBody(String path, String idField, String originalId, ObjectNode fields) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static CommandBody of(Object command) {
        @Nullable Command name = command.getClass().getAnnotation(Command.class);
        if (name == null || name.aggregate().isEmpty()) {
            throw new AssertionError(command.getClass().getName()
                    + " cannot be played through real wiring: it needs @Command(context, name, aggregate), where"
                    + " 'aggregate' names the field with the aggregate's id");
        }
        ObjectNode fields = JSON.valueToTree(command);
        JsonNode id = fields.path(name.aggregate());
        if (!id.isTextual()) {
            throw new AssertionError(command.getClass().getName() + " has no text in field '" + name.aggregate()
                    + "', which @Command(aggregate) names as the one with the aggregate's id");
        }
        return new CommandBody(
                "/" + name.context() + "/commands/" + name.name(), name.aggregate(), id.textValue(), fields);
    }

    /** The same about an aggregate that nobody has heard of. */
    CommandBody withFreshId() {
        ObjectNode fresh = fields.deepCopy().put(idField, UUID.randomUUID().toString());
        return new CommandBody(path, idField, originalId, fresh);
    }

    /** The aggregate's id. */
    String id() {
        return fields.path(idField).textValue();
    }
}
