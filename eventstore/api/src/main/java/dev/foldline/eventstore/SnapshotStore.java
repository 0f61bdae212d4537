package dev.foldline.eventstore;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps states of aggregates, so that a long history need not be folded anew. Snapshots are disposable: one that is missing,
 * old or lost costs time and nothing else. Kept beside the logs of the context. Safe for use by any number of threads and
 * processes.
 *
 * <p>Every method throws {@link StoreUnavailableException} when the store cannot be reached in time.
 */
public interface SnapshotStore {

    /**
     * Where a snapshot is kept: one for each.
     *
     * @param context the context that the aggregate belongs to
     * @param aggregate the aggregate
     * @param revision the revision of the snapshot's schema, from 1
     */
    record Key(String context, Aggregate aggregate, int revision) {

        public Key {
            if (revision < 1) {
                throw new IllegalArgumentException("a snapshot's revision starts at 1, not " + revision);
            }
        }
    }

    /**
     * The last commit that is in a snapshot. Whoever uses the snapshot looks whether the log has this very commit: a log that
     * was restored may have another one in its place, or end before it.
     *
     * @param log the identity of the log: {@link LogDescriptor#id()}
     * @param position its position
     * @param version the aggregate's version before it
     * @param nextVersion the aggregate's version after it, which is the snapshot's
     * @param commandId the command that made it
     * @param time its time
     */
    record Origin(UUID log, long position, long version, long nextVersion, UUID commandId, Instant time) {

        /** The commit as an origin. */
        public static Origin of(LogDescriptor log, Commit commit) {
            return new Origin(
                    log.id(),
                    commit.position(),
                    commit.version(),
                    commit.nextVersion(),
                    commit.commandId(),
                    commit.time());
        }
    }

    /**
     * A snapshot.
     *
     * @param origin up to where
     * @param state the state after that
     */
    record Snapshot(Origin origin, EventData state) {}

    /** The snapshot; empty when there is none. */
    Optional<Snapshot> find(Key key);

    /**
     * Keeps a snapshot in the place of an older one and in that of one of another log, of any age. One of the same log that is
     * as new stays.
     *
     * @throws IllegalArgumentException it is too large for the store
     */
    void save(Key key, Snapshot snapshot);

    /** Removes the snapshot if it is the one of this origin: it turned out not to be of the log. */
    void remove(Key key, Origin origin);
}
