package dev.foldline.functions.runtime.edge;

import dev.foldline.functions.CommandOptions;
import dev.foldline.functions.InvalidValueException;
import dev.foldline.functions.Metadata;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What comes with a command.
 *
 * @param commandId the command's id
 * @param metadata by the keys of {@link Metadata}
 */
record CommandHeaders(UUID commandId, Map<String, String> metadata) {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    CommandHeaders {
        metadata = Map.copyOf(metadata);
    }

    /**
     * Reads headers. A command without an id is given one.
     *
     * @throws InvalidValueException one of them is not as it must be
     */
    static CommandHeaders read(Headers headers) {
        return new CommandHeaders(commandId(headers.get(Reply.IDEMPOTENCY_KEY)), MetadataHeaders.read(headers));
    }

    static CommandHeaders of(CommandOptions options) {
        return new CommandHeaders(options.commandId(), options.metadata());
    }

    Map<String, String> write() {
        Map<String, String> headers = new HashMap<>(MetadataHeaders.write(metadata));
        headers.put(Reply.IDEMPOTENCY_KEY, commandId.toString());
        return headers;
    }

    /** What names the business transaction: a command that begins one has its own id for that. */
    String correlation() {
        return metadata.getOrDefault(Metadata.CORRELATION, commandId.toString());
    }

    private static UUID commandId(@Nullable String idempotencyKey) {
        if (idempotencyKey == null) {
            return TimeOrderedId.at(System.currentTimeMillis());
        }
        if (!UUID_FORM.matcher(idempotencyKey).matches()) {
            throw new InvalidValueException(Reply.IDEMPOTENCY_KEY + ": it is no UUID");
        }
        return UUID.fromString(idempotencyKey);
    }
}
