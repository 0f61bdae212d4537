package dev.foldline.projections.tck;

import java.util.List;

/**
 * What happened to one aggregate, and the row that tells it.
 *
 * @param commits the events of each commit, in order; at least three commits, and every kind of event among them
 * @param row the row after all of them, as it must be found in the database
 * @param <E> what the events have in common
 * @param <R> the row
 */
public record Story<E, R>(List<List<E>> commits, R row) {

    public Story {
        commits = commits.stream().map(List::copyOf).toList();
        if (commits.size() < 3) {
            throw new IllegalArgumentException("a story has at least three commits: one before, in and after a gap");
        }
    }
}
