package dev.foldline.eventstore;

import java.util.List;

/**
 * Reads a log in the order of its partitions. What is read was acknowledged by a majority and will not be taken back. Safe for use by
 * any number of threads.
 *
 * <p>Every method throws {@link StoreUnavailableException} when the store cannot be reached in time, and
 * {@link IllegalArgumentException} for a partition or a number that cannot be.
 */
public interface CommitReader {

    /** What this log is: its identity, its aggregate type, the number of its partitions. */
    LogDescriptor descriptor();

    /**
     * Commits of one partition in commit order: those at {@code after + 1}, {@code after + 2}, … without a hole.
     *
     * @param partition which partition, from 0
     * @param after position of the last commit that the caller has; 0 to read from the start
     * @param limit the most commits to return, at least 1
     * @return at most {@code limit} commits; empty when there is none after {@code after}
     * @throws LogTruncatedException the log ends before {@code after}, or a position in between is missing
     */
    List<Commit> read(int partition, long after, int limit);

    /**
     * Position of the partition's last commit; 0 when it has none. It may be a little behind right after a failover, so who
     * finds it below a position of its own reads from there: that tells a late answer from a loss.
     *
     * @throws LogTruncatedException the log ends before a commit that was read or appended through this object
     */
    long head(int partition);

    /** The head of every partition, in their order. Each is right by itself; together they are no snapshot. */
    List<Long> heads();
}
