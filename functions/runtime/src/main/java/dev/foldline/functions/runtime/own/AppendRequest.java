package dev.foldline.functions.runtime.own;

import dev.foldline.eventstore.NewCommit;
import java.util.List;
import java.util.UUID;

/**
 * Asks a partition's owner to append.
 *
 * @param log the identity of the log that is meant
 * @param partition which partition, from 0
 * @param tail position of the last commit that the sender has seen; 0 for none
 * @param commits decided on the state at {@code tail}; none to ask only whether there is an owner
 */
public record AppendRequest(UUID log, int partition, long tail, List<NewCommit> commits) {

    public AppendRequest {
        if (partition < 0 || tail < 0) {
            throw new IllegalArgumentException("there is no partition " + partition + " or no tail " + tail);
        }
        commits = List.copyOf(commits);
    }
}
