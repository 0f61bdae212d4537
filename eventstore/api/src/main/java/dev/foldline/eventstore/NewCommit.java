package dev.foldline.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One or more events of one aggregate that one command wants to append together.
 *
 * @param aggregateId the aggregate's id within the log's aggregate type
 * @param version the aggregate's version before this commit: the number of events in its stream so far, 0 for none
 * @param commandId the command that made the commit; unique within its partition
 * @param time the writer's clock, kept to the millisecond; for people and time ranges, never for order
 * @param events at least one
 * @param metadata correlation, causation, actor, trace context; may be empty
 */
public record NewCommit(
        String aggregateId,
        long version,
        UUID commandId,
        Instant time,
        List<EventData> events,
        Map<String, String> metadata) {

    public NewCommit {
        CommitRules.check(aggregateId, version, events);
        events = List.copyOf(events);
        metadata = Map.copyOf(metadata);
    }

    /** This commit at its place in the log. */
    public Commit at(long position) {
        return new Commit(position, aggregateId, version, commandId, time, events, metadata);
    }
}
