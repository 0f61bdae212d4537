package dev.foldline.functions.runtime.write;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.SnapshotStore.Origin;
import java.util.Optional;

/** Finds and takes snapshots of one aggregate type's states. Never fails and never makes a command wait for a write. Thread-safe. */
interface StateSnapshots<S> extends AutoCloseable {

    /**
     * A snapshot that has been found.
     *
     * @param origin up to where it goes, if the log is what it was
     * @param state the state
     */
    record Found<S>(Origin origin, S state) {

        Versioned<S> versioned() {
            return new Versioned<>(origin.nextVersion(), state, origin.nextVersion());
        }
    }

    /** The snapshot of this log; empty when there is none that can be read. */
    Optional<Found<S>> find(String aggregateId);

    /** The log does not have what the snapshot was made of. */
    void refuse(String aggregateId, Found<S> found);

    /** The state, as one of which a snapshot is taken if that is due. */
    Versioned<S> take(Commit last, Versioned<S> state);

    /** What is not written yet, is not. */
    @Override
    void close();

    /** For types without snapshots. */
    static <S> StateSnapshots<S> none() {
        return new StateSnapshots<>() {
            @Override
            public Optional<Found<S>> find(String aggregateId) {
                return Optional.empty();
            }

            @Override
            public void refuse(String aggregateId, Found<S> found) {}

            @Override
            public Versioned<S> take(Commit last, Versioned<S> state) {
                return state;
            }

            @Override
            public void close() {}
        };
    }
}
