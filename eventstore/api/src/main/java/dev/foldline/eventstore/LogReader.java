package dev.foldline.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads one aggregate type's log, also by what it is about. Safe for use by any number of threads; its methods throw what
 * those of {@link CommitReader} do.
 */
public interface LogReader extends CommitReader {

    /**
     * Commits of one aggregate in the order of its versions.
     *
     * @param aggregateId the aggregate's id
     * @param afterVersion the version that the caller has; 0 to load from the start
     * @param toVersion where to stop; {@link Long#MAX_VALUE} to load to the end
     * @return the commits that begin at {@code afterVersion} or later and before {@code toVersion}; the last one may end
     *     beyond it. Empty when there is none
     * @throws LogTruncatedException a commit in between is missing
     */
    List<Commit> load(String aggregateId, long afterVersion, long toVersion);

    /** Commits of one aggregate from a version to its end; see {@link #load(String, long, long)}. */
    default List<Commit> load(String aggregateId, long afterVersion) {
        return load(aggregateId, afterVersion, Long.MAX_VALUE);
    }

    /**
     * The aggregate as it was at a time: the longest prefix of its commits whose times are all at {@code time} or before.
     * Times are those of the writers' clocks, which are no order, so a commit whose clock was ahead keeps out what came
     * after it. Reads as far as it returns and a little further.
     *
     * @return in the order of versions; empty when the aggregate had no commit yet
     * @throws LogTruncatedException a commit in between is missing
     */
    default List<Commit> loadAsOf(String aggregateId, Instant time) {
        final int versionsAtOnce = 1_000;
        var prefix = new ArrayList<Commit>();
        long version = 0;
        List<Commit> chunk = load(aggregateId, version, version + versionsAtOnce);
        while (!chunk.isEmpty()) {
            for (Commit commit : chunk) {
                if (commit.time().isAfter(time)) {
                    return prefix;
                }
                prefix.add(commit);
            }
            version = chunk.getLast().nextVersion();
            chunk = load(aggregateId, version, version + versionsAtOnce);
        }
        return prefix;
    }

    /**
     * The commits of one partition that a filter lets through, in commit order. Each call looks at a bounded part of the
     * log, so it may return few of them or none and yet not be at the end: {@link FilteredCommits#position} says how far it
     * has looked, and is where the next call goes on. Commits that are out of the filter's time by more than
     * {@link CommitFilter#CLOCK_TOLERANCE} are left out without being looked at, where the store can; so is the rest of the
     * log when the filter's time is over.
     *
     * @param partition which partition, from 0
     * @param filter what is wanted
     * @param after position of the last commit that was looked at; 0 to begin at the start
     * @param limit the most commits to return, at least 1
     * @throws LogTruncatedException the log ends before {@code after}; a hole among commits that are not wanted may not be
     *     noticed
     */
    default FilteredCommits read(int partition, CommitFilter filter, long after, int limit) {
        List<Commit> looked = read(partition, after, limit);
        return new FilteredCommits(
                looked.stream().filter(filter::matches).toList(),
                looked.isEmpty() ? after : looked.getLast().position());
    }

    /** The aggregate's version: the number of its events that are in the log; 0 for none. */
    default long version(String aggregateId) {
        List<Commit> commits = load(aggregateId, 0);
        return commits.isEmpty() ? 0 : commits.getLast().nextVersion();
    }

    /** The commit that the command made in this partition, if it made one. */
    Optional<Commit> find(int partition, UUID commandId);
}
