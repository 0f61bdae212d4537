package dev.foldline.functions.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.functions.AggregateSnapshot;
import dev.foldline.functions.AggregateType;
import dev.foldline.functions.Snapshots;

/** Takes states through the form that their snapshots are stored in, so that what is tested is what will be restored. */
final class StoredState {

    private StoredState() {}

    /** The state as it is restored; the state itself for types without snapshots. Fails when it comes back as another. */
    static <S> S of(AggregateType<?, S, ?> type, S state) {
        return type.snapshots().map(snapshots -> restored(snapshots, state)).orElse(state);
    }

    private static <S, R extends AggregateSnapshot> S restored(Snapshots<S, R> snapshots, S state) {
        var codec = new EventCodec<>(snapshots.table(), PayloadFormat.CBOR);
        R snapshot = codec.decode(codec.encode(snapshots.save().apply(state)));
        S restored = snapshots.restore().apply(snapshot);
        assertThat(restored).as("a state, saved as a snapshot and restored").isEqualTo(state);
        return restored;
    }
}
