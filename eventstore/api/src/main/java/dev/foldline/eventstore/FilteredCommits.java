package dev.foldline.eventstore;

import java.util.List;

/**
 * What a filtered read of a partition has found.
 *
 * @param commits those that the filter lets through, in commit order; may be empty long before the end
 * @param position how far the read has looked: the next one goes on after it and neither skips nor repeats a commit. Where it
 *     is no further than the read began, there is nothing more, or nothing more yet
 */
public record FilteredCommits(List<Commit> commits, long position) {

    public FilteredCommits {
        commits = List.copyOf(commits);
    }
}
