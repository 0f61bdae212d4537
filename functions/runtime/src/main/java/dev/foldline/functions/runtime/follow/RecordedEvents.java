package dev.foldline.functions.runtime.follow;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.RecordedEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes the events of commits. Thread-safe.
 *
 * @param <E> what the events have in common
 */
public final class RecordedEvents<E> {

    private final EventCodec<E> codec;

    /** @param source whose events they are; published ones may have fields that their records here do not have yet */
    public RecordedEvents(EventSource<E> source) {
        this.codec = source.published()
                ? EventCodec.tolerant(source.events(), PayloadFormat.CBOR)
                : new EventCodec<>(source.events(), PayloadFormat.CBOR);
    }

    /**
     * The commit's events, in order.
     *
     * @throws dev.foldline.eventstore.UnreadableEventException one cannot be read
     */
    public List<RecordedEvent<E>> of(Partition partition, Commit commit) {
        var events = new ArrayList<RecordedEvent<E>>(commit.events().size());
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
        return events;
    }
}
