package dev.foldline.functions.testkit;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.RecordedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Events as they stand in a log, each in a commit of its own, all in one partition. Immutable.
 *
 * @param <E> what the events have in common
 */
record Journal<E>(EventSource<E> source, List<RecordedEvent<E>> events) {

    static <E> Journal<E> empty(EventSource<E> source) {
        return new Journal<>(source, List.of());
    }

    /** With further events of an aggregate. */
    Journal<E> with(String aggregateId, Instant time, List<E> added) {
        Journal<E> journal = this;
        for (E event : added) {
            journal = new Journal<>(
                    source,
                    Stream.concat(journal.events.stream(), Stream.of(journal.next(aggregateId, time, event)))
                            .toList());
        }
        return journal;
    }

    /** The event as it would stand in the log if it happened now, read from its stored form. */
    RecordedEvent<E> next(String aggregateId, Instant time, E event) {
        long position = events.size() + 1L;
        return new RecordedEvent<>(
                new Aggregate(source.name(), aggregateId),
                versionOf(aggregateId) + 1,
                position,
                new UUID(0, position),
                time,
                Map.of(),
                new StoredForm<>(source.events()).of(event));
    }

    /** The events alone, for failure messages. */
    List<E> plain() {
        return events.stream().map(RecordedEvent::event).toList();
    }

    private long versionOf(String aggregateId) {
        return events.stream()
                .filter(event -> event.aggregate().id().equals(aggregateId))
                .count();
    }
}
