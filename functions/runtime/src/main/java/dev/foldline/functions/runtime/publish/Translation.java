package dev.foldline.functions.runtime.publish;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.DerivedIds;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.functions.Publisher;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.functions.runtime.PayloadSettings;
import dev.foldline.functions.runtime.event.CommitEvents;
import dev.foldline.functions.runtime.follow.HandlingFailedException;
import dev.foldline.functions.runtime.follow.RecordedEvents;
import java.util.List;

/** What a publisher makes of stored commits. Thread-safe. */
final class Translation<E, P> {

    private final Publisher<E, P> publisher;
    private final RecordedEvents<E> stored;
    private final EventCodec<P> published;

    Translation(Publisher<E, P> publisher, PayloadSettings payloads) {
        this.publisher = publisher;
        this.stored = new RecordedEvents<>(publisher.source());
        this.published = payloads.codec(publisher.stream().events());
    }

    /**
     * The published events of a stored commit, in order; empty when there is nothing to be told.
     *
     * @throws HandlingFailedException the publisher fails
     */
    List<EventData> events(Partition partition, Commit commit) {
        List<RecordedEvent<E>> events = stored.of(partition, commit);
        try {
            return events.stream()
                    .flatMap(event -> publisher.publish(event).stream())
                    .map(published::encode)
                    .toList();
        } catch (RuntimeException e) {
            String place = CommitEvents.id(partition, commit.position());
            throw new HandlingFailedException(publisher.getClass().getName() + " cannot translate " + place, e);
        }
    }

    /** The published commit, to be appended when its aggregate has had {@code version} published events. */
    NewCommit commit(
            LogDescriptor log,
            DerivedIds ids,
            Partition partition,
            Commit stored,
            long version,
            List<EventData> events) {
        Origin origin = Origin.of(log, stored);
        return new NewCommit(
                stored.aggregateId(),
                version,
                origin.commandId(ids, partition, stored),
                stored.time(),
                events,
                origin.metadata(stored));
    }
}
