package dev.foldline.functions;

import java.util.List;

/**
 * Translates a context's stored events to published ones: the only form in which other contexts see them. Published events
 * are kept in a log of their own, partition by partition, with dense positions of their own, and can be read from the start.
 * Each stored commit is translated exactly once, in order. Found at build time; a public class with a public constructor; pure.
 *
 * @param <E> what the stored events have in common
 * @param <P> what the published events have in common
 */
public interface Publisher<E, P> {

    /** The stored events that are translated. */
    EventSource<E> source();

    /** The published stream, of the same context. There is one publisher per stream in the whole platform. */
    EventSource<P> stream();

    /** What others are told of the event; empty for nothing. */
    List<P> publish(RecordedEvent<E> event);
}
