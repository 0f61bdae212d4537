package dev.foldline.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One or more events of one aggregate, appended together by one command.
 *
 * @param position place in its partition's log: 1, 2, 3, … dense, never reused, in commit order
 * @param aggregateId the aggregate's id within the log's aggregate type
 * @param version the aggregate's version before this commit
 * @param commandId the command that made the commit
 * @param time the writer's clock; for people and time ranges, never for order
 * @param events at least one, in the order they happened
 * @param metadata correlation, causation, actor, trace context; may be empty
 */
public record Commit(
        long position,
        String aggregateId,
        long version,
        UUID commandId,
        Instant time,
        List<EventData> events,
        Map<String, String> metadata) {

    public Commit {
        if (position < 1) {
            throw new IllegalArgumentException("a position starts at 1, not " + position);
        }
        CommitRules.check(aggregateId, version, events);
        events = List.copyOf(events);
        metadata = Map.copyOf(metadata);
    }

    /** The aggregate's version after this commit. */
    public long nextVersion() {
        return version + events.size();
    }
}
