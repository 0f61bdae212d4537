package dev.foldline.functions;

import dev.foldline.eventstore.codec.EventTable;

/**
 * Which events a handler follows: those of one aggregate type.
 *
 * @param context the bounded context that owns the aggregate type
 * @param aggregateType the aggregate type's name
 * @param events the stored events
 * @param <E> what the events have in common
 */
public record EventSource<E>(String context, String aggregateType, EventTable<E> events) {}
