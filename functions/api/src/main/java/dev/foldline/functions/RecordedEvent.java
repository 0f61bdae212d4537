package dev.foldline.functions;

import dev.foldline.eventstore.Aggregate;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An event as it stands in the log.
 *
 * @param aggregate whose event it is
 * @param version the aggregate's version after this event: 1 for its first
 * @param position the position of the event's commit in its partition
 * @param commandId the command that caused it
 * @param time the writer's clock; for people, never for order
 * @param metadata correlation, causation, actor, trace context; may be empty
 * @param event the event
 * @param <E> what the events have in common
 */
public record RecordedEvent<E>(
        Aggregate aggregate,
        long version,
        long position,
        UUID commandId,
        Instant time,
        Map<String, String> metadata,
        E event) {

    /**
     * Sees to it that this is the event after the one that a row has seen last.
     *
     * @param rowVersion the aggregate's version that the row is at; 0 for a new row
     * @throws IllegalStateException it is another: a mistake, since events of one aggregate arrive in order and once
     */
    public void requireNext(long rowVersion) {
        if (version != rowVersion + 1) {
            throw new IllegalStateException("the row is at version " + rowVersion + ", the event at " + version);
        }
    }
}
