package dev.foldline.eventstore;

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
     * @param afterVersion the version that the caller has; 0 to load all
     * @return the commits that begin at {@code afterVersion} or later; empty when there is none
     * @throws LogTruncatedException a commit in between is missing
     */
    List<Commit> load(String aggregateId, long afterVersion);

    /** The aggregate's version: the number of its events that are in the log; 0 for none. */
    default long version(String aggregateId) {
        List<Commit> commits = load(aggregateId, 0);
        return commits.isEmpty() ? 0 : commits.getLast().nextVersion();
    }

    /** The commit that the command made in this partition, if it made one. */
    Optional<Commit> find(int partition, UUID commandId);
}
