package dev.foldline.functions.runtime.write;

import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.SnapshotStore;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.functions.AggregateSnapshot;
import dev.foldline.functions.AggregateType;
import dev.foldline.functions.Snapshots;
import dev.foldline.functions.runtime.PayloadSettings;
import java.util.Optional;

/**
 * How snapshots are taken.
 *
 * @param store where they are kept; empty for nowhere
 * @param after how many events come between two snapshots of an aggregate at least; 0 for no snapshots
 * @param payloads how they are written
 */
public record SnapshotSettings(Optional<SnapshotStore> store, int after, PayloadSettings payloads) {

    /** How many events come between two snapshots unless told otherwise. */
    public static final int DEFAULT_AFTER = 500;

    public SnapshotSettings {
        if (after < 0) {
            throw new IllegalArgumentException("a number of events between snapshots is not negative: " + after);
        }
    }

    /** The type's snapshots: none, unless it declares and the settings allow them. */
    <S> StateSnapshots<S> of(AggregateType<?, S, ?> type, LogDescriptor log, FoldMeters meters) {
        return store.isEmpty() || after == 0 || type.snapshots().isEmpty()
                ? StateSnapshots.none()
                : of(type.context(), log, type.snapshots().get(), store.get(), meters);
    }

    private <S, R extends AggregateSnapshot> StateSnapshots<S> of(
            String context, LogDescriptor log, Snapshots<S, R> form, SnapshotStore kept, FoldMeters meters) {
        EventCodec<R> codec = payloads.codec(form.table());
        return new StoredSnapshots<>(context, log, form, codec, kept, after, meters);
    }
}
