package dev.foldline.functions;

import dev.foldline.eventstore.codec.EventTable;
import java.util.function.Function;

/**
 * How the states of an aggregate type are kept as snapshots: as a record of its own, encoded as events are. What a state is
 * made of may change freely as long as it can be told and made from that record.
 *
 * @param revision the record's revision, from 1. Raise it when the record changes, and when the same events add up to another
 *     state: snapshots of other revisions are left alone
 * @param type the record
 * @param save the state as a record; never asked for a state before the first event
 * @param restore the state that was saved, equal to it. Throws for a record that can be none: the history is folded then
 * @param <S> the state
 * @param <R> the record
 */
public record Snapshots<S, R extends AggregateSnapshot>(
        int revision, Class<R> type, Function<S, R> save, Function<R, S> restore) {

    /** What every snapshot is called. */
    private static final String ALIAS = "snapshot";

    /** The name and the record of a snapshot, for its codec. */
    public EventTable<R> table() {
        return EventTable.<R>builder().event(ALIAS, revision, type).build();
    }
}
