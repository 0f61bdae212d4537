package dev.foldline.functions.runtime.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.foldline.functions.Command;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Commands as they are kept until their time has come: by their names, as JSON. Immutable. */
final class StoredCommands {

    /** Fields that a command no longer has are left out: it may have been kept by an older version. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private final Map<String, Class<?>> types = new HashMap<>();

    /** @param types the commands of all contracts at hand */
    StoredCommands(Collection<? extends Class<?>> types) {
        types.forEach(type -> this.types.put(name(type), type));
    }

    /**
     * The command's name, e.g. {@code wallet/end-session}.
     *
     * @throws IllegalArgumentException it is no command of a contract at hand, and could not be read again
     */
    String name(Object command) {
        String name = name(command.getClass());
        if (!command.getClass().equals(types.get(name))) {
            throw new IllegalArgumentException(command.getClass().getName() + " is no command of a contract at hand");
        }
        return name;
    }

    /** @throws IllegalArgumentException the command cannot be written */
    String write(Object command) {
        try {
            return JSON.writeValueAsString(command);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(command.getClass().getName() + " cannot be written as JSON", e);
        }
    }

    /** @throws IllegalArgumentException there is no such command, or the text does not fit it */
    Object read(String name, String body) {
        Class<?> type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException("there is no command '" + name + "' in the contracts at hand");
        }
        try {
            return JSON.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("what was kept of a '" + name + "' no longer fits it", e);
        }
    }

    private static String name(Class<?> type) {
        Command name = type.getAnnotation(Command.class);
        if (name == null) {
            throw new IllegalArgumentException(type.getName() + " has no @Command");
        }
        return name.context() + "/" + name.name();
    }
}
