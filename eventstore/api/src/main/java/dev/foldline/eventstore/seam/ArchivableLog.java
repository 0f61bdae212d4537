package dev.foldline.eventstore.seam;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogArchivedException;
import dev.foldline.eventstore.NewCommit;
import java.time.Duration;
import java.util.List;

/**
 * A log in a store that the commits of a partition's beginning may have left. A partition's <em>seal</em> is the position up
 * to which an archive has all of them; those before the seal may be missing from the store, the one at the seal and those
 * after it are there. Asked by itself for what may be missing, this log throws {@link LogArchivedException}; a hole that the
 * seal does not cover is a loss, as ever.
 *
 * <p>Knowledge of the seal may be as old as {@link #notice()}, so whoever sets one waits for a multiple of that before the
 * first commit is removed.
 */
public interface ArchivableLog extends EventLog {

    /** How old a process's knowledge of a seal may be. */
    Duration notice();

    /** The seal as of at most {@link #notice()} ago; 0 for none. */
    long seal(int partition);

    /** The seal as it is now; 0 for none. */
    long sealNow(int partition);

    /** The seal as far as this process has seen it, without asking; 0 for none. */
    long sealSeen(int partition);

    /**
     * As {@link #append}, which a sealed partition refuses since it cannot tell whether the archive has the command.
     *
     * @param commits whose commands and versions are not in the archive
     * @param through up to which position they were looked for there
     * @throws LogArchivedException the seal is further by now: nothing is appended, they must be looked for up to there
     */
    AppendResult appendUnarchived(int partition, long tail, List<NewCommit> commits, long through);

    /** As {@link #load(String, long, long)}, but what the store still has, whatever is missing before it. */
    List<Commit> loadRemaining(String aggregateId, long afterVersion, long toVersion);

    /** The partition's claim that holds now. */
    ArchiveClaim claimed(int partition);

    /**
     * Makes a claim, unless there is one of its number or a greater one. One that moves the seal on is only right when the
     * manifest whose number was claimed by the one before is published, and names segments with all commits up to there that
     * were read back and compared with the store; one that takes the seal away, when all commits are back.
     *
     * @return whether it is the one that holds
     */
    boolean claim(int partition, ArchiveClaim next);

    /** Commits after {@code after} and before the seal that are still in the store, in commit order; empty when none is. */
    List<Commit> removable(int partition, long after, int limit);

    /** Removes commits that are before the seal. */
    void remove(int partition, List<Commit> commits);

    /**
     * Puts commits back that were removed, one after the other as they are listed. Those that are there stay as they are.
     *
     * @throws IllegalArgumentException a commit is not before the seal
     */
    void putBack(int partition, List<Commit> commits);
}
