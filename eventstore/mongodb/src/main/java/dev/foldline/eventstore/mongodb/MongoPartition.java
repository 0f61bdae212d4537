package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitFilter;
import dev.foldline.eventstore.FilteredCommits;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.Partition;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One partition of a log. */
final class MongoPartition {

    private static final long NEVER = -1;

    private final CommitCollection collection;
    private final TailWitness witness;
    private final Seal seal;
    private final PartitionReader reader;
    private final FilteredReader filtered;
    private final PartitionAppender appender;
    private final ConnectionEpoch epoch;
    private final Runnable requireSameLog;
    private volatile long checkedIn = NEVER;

    /** @param requireSameLog fails when the log is no longer the one that was opened */
    MongoPartition(
            Partition partition,
            CommitCollection collection,
            Seal seal,
            ConnectionEpoch epoch,
            Runnable requireSameLog) {
        this.collection = collection;
        this.seal = seal;
        this.witness = new TailWitness(partition, collection, seal);
        this.reader = new PartitionReader(partition, collection, witness, seal);
        this.filtered = new FilteredReader(partition, collection, reader, witness);
        this.appender = new PartitionAppender(partition, collection);
        this.epoch = epoch;
        this.requireSameLog = requireSameLog;
    }

    Seal seal() {
        return seal;
    }

    /**
     * Appends to a log that is known to be as long as its writer thinks, at no cost while the connections last: it is
     * checked when the epoch has changed since the last check, and once more when it changed during the append, as the
     * server that took the commits is then not the one that was asked before.
     *
     * @param through up to which position the commits were looked for in the archive
     */
    AppendResult append(long tail, List<NewCommit> commits, long through) {
        checkOncePerEpoch(tail);
        reader.requireUnsealed(through);
        if (tail < seal.seen()) {
            return appender.conflict(tail, 0, commits.getFirst());
        }
        AppendResult result = appender.append(tail, commits);
        checkOncePerEpoch(tail);
        if (result.appended() > 0 && tail < seal.recent()) {
            return appender.undo(tail, commits.subList(0, result.appended()));
        }
        if (result.appended() > 0) {
            int last = result.appended() - 1;
            witness.saw(commits.get(last).at(tail + last + 1));
        }
        return result;
    }

    List<Commit> read(long after, int limit) {
        return reader.read(after, limit);
    }

    FilteredCommits read(CommitFilter filter, long after, int limit) {
        FilteredCommits found = filtered.read(filter, after, limit);
        reader.requireUnsealed(after);
        return found;
    }

    List<Commit> load(String aggregateId, long afterVersion, long toVersion) {
        return reader.load(aggregateId, afterVersion, toVersion);
    }

    List<Commit> loadRemaining(String aggregateId, long afterVersion, long toVersion) {
        return reader.loadRemaining(aggregateId, afterVersion, toVersion);
    }

    long version(String aggregateId) {
        return orUnsealed(collection.lastOf(aggregateId))
                .map(Commit::nextVersion)
                .orElse(0L);
    }

    Optional<Commit> find(UUID commandId) {
        return orUnsealed(collection.ofCommand(commandId));
    }

    private Optional<Commit> orUnsealed(Optional<Commit> found) {
        if (found.isEmpty()) {
            reader.requireUnsealed();
        }
        return found;
    }

    List<Commit> removable(long after, int limit) {
        return collection.between(after, seal.now(), limit);
    }

    void remove(List<Commit> commits) {
        requireBeforeSeal(commits);
        collection.remove(commits);
    }

    void putBack(List<Commit> commits) {
        requireBeforeSeal(commits);
        collection.putBack(commits);
    }

    private void requireBeforeSeal(List<Commit> commits) {
        long through = seal.now();
        for (Commit commit : commits) {
            if (commit.position() >= through) {
                throw new IllegalArgumentException(
                        "position " + commit.position() + " is not before the seal at " + through);
            }
        }
    }

    long head() {
        return reader.head();
    }

    private void checkOncePerEpoch(long tail) {
        long current = epoch.current();
        if (checkedIn != current) {
            requireSameLog.run();
            witness.requireIntact(tail);
            checkedIn = current;
        }
    }
}
