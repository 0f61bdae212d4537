package dev.foldline.functions.runtime.edge;

import dev.foldline.functions.InvalidValueException;
import dev.foldline.functions.Metadata;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Metadata as HTTP headers and AMQP application properties, which have the same names. */
final class MetadataHeaders {

    private static final Pattern ALLOWED = Pattern.compile("[ -~]{1,255}");

    /** Version 00 of W3C Trace Context, or a later one that begins alike. */
    private static final Pattern TRACE_PARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    private static final Map<String, String> OF_PEOPLE = Map.of(
            Metadata.CORRELATION, Reply.CORRELATION_ID,
            Metadata.CAUSATION, "Causation-Id",
            Metadata.ACTOR, "Actor-Id");

    private MetadataHeaders() {}

    /**
     * Reads what is there. Trace context that is none is left out, as its standard has it: it is no reason to refuse a
     * message.
     *
     * @throws InvalidValueException a value is too long or has characters that are not printable ASCII
     */
    static Map<String, String> read(Headers headers) {
        Map<String, String> metadata = new HashMap<>();
        OF_PEOPLE.forEach((key, name) -> {
            String value = headers.get(name);
            if (value != null) {
                metadata.put(key, allowed(name, value));
            }
        });
        String parent = headers.get(Metadata.TRACE_PARENT);
        if (parent != null && isAllowed(parent) && TRACE_PARENT.matcher(parent).matches()) {
            metadata.put(Metadata.TRACE_PARENT, parent);
            putIfAllowed(metadata, Metadata.TRACE_STATE, headers.get(Metadata.TRACE_STATE));
        }
        return metadata;
    }

    /** The headers that {@link #read} reads the same from. */
    static Map<String, String> write(Map<String, String> metadata) {
        Map<String, String> headers = new HashMap<>();
        metadata.forEach((key, value) -> headers.put(OF_PEOPLE.getOrDefault(key, key), value));
        return headers;
    }

    /**
     * Refuses what could not travel.
     *
     * @throws InvalidValueException a key is none of {@link Metadata}, or a value is not as it must be
     */
    static void check(Map<String, String> metadata) {
        metadata.forEach((key, value) -> {
            if (!OF_PEOPLE.containsKey(key) && !isTraceContext(key)) {
                throw new InvalidValueException("there is no metadata of the name '" + key + "'");
            }
            allowed(key, value);
        });
    }

    private static boolean isTraceContext(String key) {
        return key.equals(Metadata.TRACE_PARENT) || key.equals(Metadata.TRACE_STATE);
    }

    private static void putIfAllowed(Map<String, String> metadata, String key, @Nullable String value) {
        if (value != null && isAllowed(value)) {
            metadata.put(key, value);
        }
    }

    private static String allowed(String name, String value) {
        if (!isAllowed(value)) {
            throw new InvalidValueException(name + ": it has 1 to 255 characters, all of them printable ASCII");
        }
        return value;
    }

    private static boolean isAllowed(String value) {
        return ALLOWED.matcher(value).matches();
    }
}
