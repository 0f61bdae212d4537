package dev.foldline.eventstore;

import java.util.List;

/** Appends to the partitions of one aggregate type's log. Safe for use by any number of threads and processes. */
public interface LogAppender {

    /**
     * Appends the commits, in order, directly after {@code tail}: a compare-and-set on the partition's tail.
     *
     * <p>A caller has at most one append of a partition under way and learns the tail from {@link LogReader} or from its
     * own completed appends, from nothing else.
     *
     * @param partition which partition, from 0; every commit's aggregate belongs to it
     * @param tail position of the last commit that the caller has seen; 0 for an empty partition
     * @param commits at least one
     * @return how many were appended (a prefix of {@code commits}) and, if not all, why
     * @throws IllegalArgumentException a mistake of the caller: a commit that belongs to another partition, is too large for
     *     the store, or has a version that was committed at {@code tail} or before; the commits before it may have been
     *     stored
     * @throws StoreUnavailableException nothing is known about the outcome; read the tail anew and retry with the same
     *     command ids
     * @throws LogTruncatedException the log ends before {@code tail}, as far as this could be told: it is checked before
     *     the first append to a partition over a new connection
     */
    AppendResult append(int partition, long tail, List<NewCommit> commits);
}
