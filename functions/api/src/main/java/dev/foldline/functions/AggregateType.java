package dev.foldline.functions;

import dev.foldline.eventstore.codec.EventTable;

/**
 * How the aggregates of one type are decided and stored.
 *
 * @param context the bounded context that owns the type, in kebab case
 * @param name the type's name, in kebab case; names its log
 * @param decider decides its commands
 * @param events its stored events
 * @param <C> the commands
 * @param <S> the state
 * @param <E> the events
 */
public record AggregateType<C, S, E>(String context, String name, Decider<C, S, E> decider, EventTable<E> events) {

    /** The type's events, for a projection or policy that follows them. */
    public EventSource<E> source() {
        return EventSource.stored(context, name, events);
    }
}
