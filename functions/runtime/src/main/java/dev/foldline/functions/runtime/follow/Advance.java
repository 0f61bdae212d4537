package dev.foldline.functions.runtime.follow;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitReader;
import dev.foldline.eventstore.PlacedCommit;
import dev.foldline.functions.Ordering;
import java.util.List;

/** Takes care of what comes next in some lanes, once. */
@FunctionalInterface
interface Advance {

    /** The most commits that are taken care of at once. */
    int BATCH = 500;

    /**
     * Takes care of what comes next, if anything does.
     *
     * @return false when somebody else went first
     */
    boolean from(CommitReader feed) throws InterruptedException;

    /** Advances one lane by itself: {@link Ordering#PARTITION}. */
    static Advance alone(Lane lane, CommitTarget target, FollowMeters meters) {
        return feed -> {
            List<Commit> commits = lane.next(feed, BATCH);
            if (commits.isEmpty()) {
                return true;
            }
            boolean applied = target.apply(feed.descriptor(), lane.partition(), commits);
            if (applied) {
                meters.applied(commits);
                lane.inbox().reached(commits.getLast().position());
            }
            return applied;
        };
    }

    /** Advances all lanes as one: {@link Ordering#GLOBAL}. */
    static Advance merged(List<Lane> lanes, CommitTarget target, FollowMeters meters) {
        return feed -> {
            List<PlacedCommit> commits = Merge.next(lanes, feed, BATCH);
            if (commits.isEmpty()) {
                return true;
            }
            boolean applied = target.applyMerged(feed.descriptor(), commits);
            if (applied) {
                meters.applied(commits.stream().map(PlacedCommit::commit).toList());
                lanes.forEach(lane -> reach(lane, commits));
            }
            return applied;
        };
    }

    private static void reach(Lane lane, List<PlacedCommit> applied) {
        applied.stream()
                .filter(placed -> placed.partition().equals(lane.partition()))
                .mapToLong(placed -> placed.commit().position())
                .max()
                .ifPresent(lane.inbox()::reached);
    }
}
