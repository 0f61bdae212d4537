package dev.foldline.functions;

import dev.foldline.eventstore.codec.EventTable;

/**
 * Which events a handler follows: those of one aggregate type, as they are stored or as its context publishes them.
 *
 * @param context the bounded context that owns the events
 * @param name the aggregate type, or the published stream, in kebab case
 * @param events the events' names and records
 * @param published whether these are published events, which any context may follow; stored ones are private to their context
 * @param <E> what the events have in common
 */
public record EventSource<E>(String context, String name, EventTable<E> events, boolean published) {

    /** The stored events of an aggregate type. */
    public static <E> EventSource<E> stored(String context, String aggregateType, EventTable<E> events) {
        return new EventSource<>(context, aggregateType, events, false);
    }

    /** A stream of published events: part of its context's contract. */
    public static <E> EventSource<E> published(String context, String stream, EventTable<E> events) {
        return new EventSource<>(context, stream, events, true);
    }
}
