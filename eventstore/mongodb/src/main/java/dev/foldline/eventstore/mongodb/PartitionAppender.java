package dev.foldline.eventstore.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.Partition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Appends to one partition: a compare-and-set on its tail, kept by the unique positions of its collection. */
final class PartitionAppender {

    /** Servers apply longer inserts in runs, and not every one stops for good at the run that fails. */
    private static final int MAX_INSERT = 100;

    private final Partition partition;
    private final CommitCollection collection;

    PartitionAppender(Partition partition, CommitCollection collection) {
        this.partition = partition;
        this.collection = collection;
    }

    AppendResult append(long tail, List<NewCommit> newCommits) {
        List<Commit> commits = numbered(tail, newCommits);
        int appended = 0;
        while (appended < commits.size()) {
            List<Commit> insert = commits.subList(appended, Math.min(appended + MAX_INSERT, commits.size()));
            int inserted = insert(insert);
            appended += inserted;
            if (inserted < insert.size()) {
                List<Commit> inTheWay = collection.inTheWayOf(newCommits.get(appended));
                if (!inTheWay.contains(commits.get(appended))) {
                    return conflict(tail + appended, appended, newCommits.get(appended), inTheWay);
                }
                appended += stored(commits.subList(appended, commits.size()));
            }
        }
        return new AppendResult.Complete(appended);
    }

    private static List<Commit> numbered(long tail, List<NewCommit> newCommits) {
        var commits = new ArrayList<Commit>(newCommits.size());
        for (NewCommit commit : newCommits) {
            commits.add(commit.at(tail + commits.size() + 1));
        }
        return commits;
    }

    /** How many were inserted and acknowledged: all of them, or those before the first duplicate. */
    private int insert(List<Commit> commits) {
        try {
            collection.insert(commits);
            return commits.size();
        } catch (MongoBulkWriteException e) {
            return firstDuplicate(e);
        }
    }

    /**
     * What was stored is the prefix before the first write error; the count that the server gives is not to be relied on.
     * Without an acknowledgement of that prefix, and for any other error, nothing is known.
     */
    static int firstDuplicate(MongoBulkWriteException e) {
        BulkWriteError first = e.getWriteErrors().stream()
                .min(Comparator.comparingInt(BulkWriteError::getIndex))
                .orElseThrow(() -> e);
        if (e.getWriteConcernError() != null || first.getCategory() != ErrorCategory.DUPLICATE_KEY) {
            throw e;
        }
        return first.getIndex();
    }

    /**
     * How many of these are in the log at their own places, at majority; the first is. An insert whose acknowledgement was
     * lost and which the driver sent again meets itself.
     */
    private int stored(List<Commit> commits) {
        List<Commit> found = collection.from(commits.getFirst().position(), commits.size());
        int same = 1;
        while (same < found.size() && found.get(same).equals(commits.get(same))) {
            same++;
        }
        return same;
    }

    /**
     * Tells why the commit was kept out. The position, the command id and the version are unique and the server names only
     * one of them, so the log is asked, at majority.
     */
    AppendResult conflict(long tail, int appended, NewCommit commit) {
        return conflict(tail, appended, commit, collection.inTheWayOf(commit));
    }

    private AppendResult conflict(long tail, int appended, NewCommit commit, List<Commit> inTheWay) {
        for (Commit recorded : inTheWay) {
            if (recorded.commandId().equals(commit.commandId())) {
                return new AppendResult.AlreadyCommitted(appended, recorded);
            }
        }
        for (Commit recorded : inTheWay) {
            requireBeyond(tail, recorded);
        }
        return new AppendResult.TailMoved(appended);
    }

    /**
     * Takes back commits that were inserted where others had been before they left for the archive: the tail that they were
     * appended to is long past, and nobody has been told of them.
     */
    AppendResult undo(long tail, List<NewCommit> inserted) {
        collection.remove(numbered(tail, inserted));
        return new AppendResult.TailMoved(0);
    }

    /** A version that is taken by a commit which the caller had seen will be taken for ever: there is no race to win. */
    private void requireBeyond(long tail, Commit recorded) {
        if (recorded.position() <= tail) {
            throw new IllegalArgumentException("version " + recorded.version() + " of " + partition.aggregateType()
                    + "/" + recorded.aggregateId() + " was committed at position " + recorded.position() + " of "
                    + partition + ", which the caller has seen (tail " + tail + "): its state is not that of its tail");
        }
    }
}
