package dev.foldline.functions;

import dev.foldline.eventstore.codec.EventTable;
import java.util.Optional;

/**
 * How the aggregates of one type are decided and stored.
 *
 * @param context the bounded context that owns the type, in kebab case
 * @param name the type's name, in kebab case; names its log
 * @param decider decides its commands
 * @param events its stored events
 * @param snapshots how its states are kept; empty for types whose histories are short
 * @param <C> the commands
 * @param <S> the state
 * @param <E> the events
 */
public record AggregateType<C, S, E>(
        String context,
        String name,
        Decider<C, S, E> decider,
        EventTable<E> events,
        Optional<Snapshots<S, ?>> snapshots) {

    /** A type without snapshots. */
    public AggregateType(String context, String name, Decider<C, S, E> decider, EventTable<E> events) {
        this(context, name, decider, events, Optional.empty());
    }

    /** This type with snapshots. */
    public AggregateType<C, S, E> with(Snapshots<S, ?> snapshots) {
        return new AggregateType<>(context, name, decider, events, Optional.of(snapshots));
    }

    /** The type's events, for a projection or policy that follows them. */
    public EventSource<E> source() {
        return EventSource.stored(context, name, events);
    }
}
