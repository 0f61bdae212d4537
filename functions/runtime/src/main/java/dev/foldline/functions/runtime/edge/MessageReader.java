package dev.foldline.functions.runtime.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foldline.functions.InvalidValueException;
import dev.foldline.functions.MalformedBodyException;
import dev.foldline.functions.runtime.FunctionCatalog;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message's record from JSON or from query parameters, and names the field that is wrong. Immutable.
 *
 * <p>Every record component has to be there, but those of type {@link Optional}.
 */
final class MessageReader {

    private static final int LONGEST_NAME_SHOWN = 64;

    private final Class<?> type;
    private final Set<String> known;
    private final Set<String> required;

    MessageReader(Class<?> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        known = Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toUnmodifiableSet());
        required = Arrays.stream(components)
                .filter(component -> component.getType() != Optional.class)
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A reader for each of these, by the message's name in the whole platform. */
    static Map<String, MessageReader> byKey(List<FunctionCatalog.Entry> entries) {
        return entries.stream()
                .collect(Collectors.toUnmodifiableMap(
                        FunctionCatalog.Entry::key, entry -> new MessageReader(entry.message())));
    }

    /**
     * Reads a JSON body.
     *
     * @throws MalformedBodyException it is no JSON object, or a field is missing, unknown or of another type
     * @throws InvalidValueException a field's value is not allowed
     */
    Object read(byte[] body) {
        return read(parse(body), Json.STRICT);
    }

    /** Reads parameters, all of which are text. Throws as {@link #read(byte[])}. */
    Object read(Map<String, String> parameters) {
        ObjectNode node = Json.FROM_TEXT.createObjectNode();
        parameters.forEach(node::put);
        return read(node, Json.FROM_TEXT);
    }

    /**
     * Reads parameters from a JSON object; each may be text, as those of a gateway are that got them over HTTP. Throws as
     * {@link #read(byte[])}.
     */
    Object readParameters(byte[] body) {
        return read(parse(body), Json.FROM_TEXT);
    }

    private static ObjectNode parse(byte[] body) {
        JsonNode node;
        try {
            node = Json.STRICT.readTree(body);
        } catch (IOException e) {
            throw new MalformedBodyException("the body is no JSON" + place(e));
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new MalformedBodyException("the body is no JSON object");
    }

    private Object read(ObjectNode node, ObjectMapper mapper) {
        node.properties().forEach(field -> check(field.getKey(), field.getValue()));
        for (String name : required) {
            if (!node.hasNonNull(name)) {
                throw new MalformedBodyException("field '" + name + "' is missing");
            }
        }
        try {
            return mapper.treeToValue(node, type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw fault(e);
        }
    }

    private void check(String name, JsonNode value) {
        if (!known.contains(name)) {
            String shown = name.length() > LONGEST_NAME_SHOWN ? name.substring(0, LONGEST_NAME_SHOWN) + "…" : name;
            throw new MalformedBodyException("field '" + shown + "' is unknown");
        }
        if (value.isIntegralNumber() && !value.canConvertToLong()) {
            throw new InvalidValueException(name + ": the number is larger than can be kept");
        }
    }

    private static RuntimeException fault(Exception e) {
        String field = fieldOf(e);
        InvalidValueException invalid = causeOf(e, InvalidValueException.class);
        if (invalid != null) {
            return new InvalidValueException(field.isEmpty() ? message(invalid) : field + ": " + message(invalid));
        }
        return new MalformedBodyException("field '" + field + "' is of another type than it should be");
    }

    private static String fieldOf(Exception e) {
        JsonMappingException mapping = causeOf(e, JsonMappingException.class);
        return mapping == null
                ? ""
                : mapping.getPath().stream()
                        .map(JsonMappingException.Reference::getFieldName)
                        .filter(name -> name != null)
                        .collect(Collectors.joining("."));
    }

    private static <T extends Throwable> @Nullable T causeOf(Throwable e, Class<T> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    private static String message(Throwable e) {
        return String.valueOf(e.getMessage());
    }

    private static String place(IOException e) {
        return e instanceof JsonProcessingException json && json.getLocation() != null
                ? " (line " + json.getLocation().getLineNr() + ", column "
                        + json.getLocation().getColumnNr() + ")"
                : "";
    }
}
