package dev.foldline.functions;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * How a command is sent.
 *
 * @param commandId the command's id: sent again with the same id, a command that was accepted is answered as the first time
 * @param timeout how long the caller waits, from now; a command that has waited longer is not executed
 * @param metadata correlation, causation, actor, trace context; stored with the commit; may be empty
 */
public record CommandOptions(UUID commandId, Duration timeout, Map<String, String> metadata) {

    public CommandOptions {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("a timeout is longer than nothing");
        }
        metadata = Map.copyOf(metadata);
    }
}
