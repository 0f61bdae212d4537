package dev.foldline.functions.runtime.write;

/**
 * An aggregate's state after a number of events.
 *
 * @param version how many
 * @param state the state
 * @param snapshotVersion after how many the last snapshot was taken, as far as is known; 0 for none
 */
record Versioned<S>(long version, S state, long snapshotVersion) {

    /** Before the first event. */
    static <S> Versioned<S> initial(S state) {
        return new Versioned<>(0, state, 0);
    }

    /** After some more events. */
    Versioned<S> then(int events, S next) {
        return new Versioned<>(version + events, next, snapshotVersion);
    }

    /** With a snapshot taken after this many events, or after more. */
    Versioned<S> withSnapshotAt(long taken) {
        return taken <= snapshotVersion ? this : new Versioned<>(version, state, taken);
    }

    /** How many events have come since the last snapshot. */
    long sinceSnapshot() {
        return version - snapshotVersion;
    }
}
