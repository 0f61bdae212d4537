package dev.foldline.functions.runtime.follow;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.PlacedCommit;
import java.util.List;

/**
 * What is made of a log's commits, and the knowledge of how far that is. Called on virtual threads and may block; of one
 * partition it is called by one thread at a time, of different partitions side by side unless the order is
 * {@link dev.foldline.functions.Ordering#GLOBAL}.
 *
 * <p>Other instances of the same target may be at work on the same partitions: a target sees to it that they cannot both
 * apply a commit, or that it does no harm.
 *
 * <p>Any method may throw: {@link HandlingFailedException}, {@link dev.foldline.eventstore.LogTruncatedException} and
 * {@link dev.foldline.eventstore.UnreadableEventException} end the following of the partition, since no trying again
 * helps; anything else is tried again, after a pause and from {@link #resume} on.
 */
public interface CommitTarget {

    /** Makes what the target needs before it can be asked anything else; called again when it fails. */
    default void prepare() {}

    /**
     * How far the target is.
     *
     * @return the position of the last commit that was taken care of; 0 for none
     * @throws dev.foldline.eventstore.LogTruncatedException what was taken care of is of another log than this
     */
    long resume(LogDescriptor log, Partition partition) throws InterruptedException;

    /**
     * Takes care of commits.
     *
     * @param next at least one, dense: the first follows the position that the target is at, as far as its follower knows
     * @return false when nothing was applied, since somebody else went first: the follower resumes
     */
    boolean apply(LogDescriptor log, Partition partition, List<Commit> next) throws InterruptedException;

    /**
     * Takes care of commits of several partitions in the order given. Called instead of {@link #apply} when the order is
     * {@link dev.foldline.functions.Ordering#GLOBAL}; unless it is overridden, runs of one partition are applied one after
     * the other.
     *
     * @param next at least one; dense within each partition
     * @return false when not all of it was applied, since somebody else went first: the follower resumes in all partitions
     */
    default boolean applyMerged(LogDescriptor log, List<PlacedCommit> next) throws InterruptedException {
        int start = 0;
        while (start < next.size()) {
            Partition partition = next.get(start).partition();
            List<Commit> run = next.subList(start, next.size()).stream()
                    .takeWhile(placed -> placed.partition().equals(partition))
                    .map(PlacedCommit::commit)
                    .toList();
            if (!apply(log, partition, run)) {
                return false;
            }
            start += run.size();
        }
        return true;
    }
}
