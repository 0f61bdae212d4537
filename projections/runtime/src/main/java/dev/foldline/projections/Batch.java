package dev.foldline.projections;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.functions.RecordedEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * A dense run of commits of one partition, and their events.
 *
 * @param after the position before the first commit
 * @param last the position of the last
 * @param events their events, in order
 */
record Batch<E>(long after, long last, List<RecordedEvent<E>> events) {

    /**
     * Decodes commits.
     *
     * @param commits at least one, dense
     * @throws dev.foldline.eventstore.UnreadableEventException an event cannot be read
     */
    static <E> Batch<E> of(Partition partition, List<Commit> commits, EventCodec<E> codec) {
        var events = new ArrayList<RecordedEvent<E>>();
        for (Commit commit : commits) {
            var aggregate = new Aggregate(partition.aggregateType(), commit.aggregateId());
            long version = commit.version();
            for (EventData data : commit.events()) {
                events.add(new RecordedEvent<>(
                        aggregate,
                        ++version,
                        commit.position(),
                        commit.commandId(),
                        commit.time(),
                        commit.metadata(),
                        codec.decode(data)));
            }
        }
        return new Batch<>(commits.getFirst().position() - 1, commits.getLast().position(), events);
    }
}
