package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.LogArchivedException;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads one partition and sees to it that nothing is missing in what it returns. */
final class PartitionReader {

    /** How often a primary may answer from the past before it counts as one that does not answer. */
    private static final int ATTEMPTS = 3;

    private final Partition partition;
    private final CommitCollection collection;
    private final TailWitness witness;
    private final Seal seal;

    PartitionReader(Partition partition, CommitCollection collection, TailWitness witness, Seal seal) {
        this.partition = partition;
        this.collection = collection;
        this.witness = witness;
        this.seal = seal;
    }

    List<Commit> read(long after, int limit) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<Commit> found = fromAnchor(after, limit);
            OptionalLong missing = firstMissing(found, after);
            if (missing.isEmpty()) {
                return withoutAnchor(found, after);
            }
            witness.requirePresent(missing.getAsLong());
        }
        throw pastState(partition, after);
    }

    static StoreUnavailableException pastState(Partition partition, long position) {
        return new StoreUnavailableException(
                "read " + partition + ": the server answers from a past state, without position " + position
                        + "; it may not know yet that it is no longer the primary, try again",
                null);
    }

    List<Commit> load(String aggregateId, long afterVersion, long toVersion) {
        boolean sealed = seal.seen() > 0;
        List<Commit> commits = loadRemaining(aggregateId, afterVersion, toVersion);
        if (commits.isEmpty() || commits.getFirst().version() > afterVersion) {
            requireUnsealed();
            if (sealed) {
                // What was in the archive was put back meanwhile.
                commits = loadRemaining(aggregateId, afterVersion, toVersion);
            }
        }
        if (afterVersion == 0 && !commits.isEmpty() && commits.getFirst().version() > 0) {
            throw missingVersion(aggregateId, 0, commits.getFirst());
        }
        return commits;
    }

    /** Fails when commits may have left the store. */
    void requireUnsealed() {
        requireUnsealed(0);
    }

    /** Fails when commits after this position may have left the store. */
    void requireUnsealed(long after) {
        long through = seal.recent();
        if (through > after) {
            throw new LogArchivedException(partition, through);
        }
    }

    List<Commit> loadRemaining(String aggregateId, long afterVersion, long toVersion) {
        List<Commit> commits = collection.ofAggregate(aggregateId, afterVersion, toVersion);
        long version = commits.isEmpty() ? afterVersion : commits.getFirst().version();
        for (Commit commit : commits) {
            if (commit.version() != version) {
                throw missingVersion(aggregateId, version, commit);
            }
            version = commit.nextVersion();
        }
        return commits;
    }

    long head() {
        Optional<Commit> last = collection.last();
        long head = last.map(Commit::position).orElse(0L);
        if (head < witness.furthest() || !last.map(witness::recognizes).orElse(true)) {
            long furthest = witness.furthest();
            witness.requirePresent(furthest);
            return furthest;
        }
        last.ifPresent(witness::saw);
        return head;
    }

    /** Reads the commit at {@code after} too: with it in hand, an end of the log is an end and no loss. */
    private List<Commit> fromAnchor(long after, int limit) {
        return after == 0
                ? collection.from(1, limit)
                : collection.from(after, limit == Integer.MAX_VALUE ? limit : limit + 1);
    }

    private List<Commit> withoutAnchor(List<Commit> found, long after) {
        if (!found.isEmpty()) {
            witness.saw(found.getLast());
        }
        return after == 0 ? found : found.subList(1, found.size());
    }

    private OptionalLong firstMissing(List<Commit> found, long after) {
        if (after > 0 && found.isEmpty()) {
            return OptionalLong.of(after);
        }
        long position = Math.max(after, 1);
        for (Commit commit : found) {
            if (commit.position() != position || !witness.recognizes(commit)) {
                return OptionalLong.of(position);
            }
            position++;
        }
        return OptionalLong.empty();
    }

    private LogTruncatedException missingVersion(String aggregateId, long version, Commit next) {
        return new LogTruncatedException(partition.aggregateType() + "/" + aggregateId + " has no commit at version "
                + version + ", but one at version " + next.version() + " (" + partition + " at position "
                + next.position() + "): a part of the log was lost. Stop what uses it and restore it from a backup");
    }
}
