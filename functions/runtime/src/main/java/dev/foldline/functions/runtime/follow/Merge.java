package dev.foldline.functions.runtime.follow;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitReader;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.PlacedCommit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Puts what comes next in several partitions in one order: by commit time, and by partition where that is the same; within a
 * partition always by position, even where its writers' clocks went back.
 */
final class Merge {

    private record Source(PlacedCommit first, Iterator<Commit> rest, boolean isCut) {}

    private Merge() {}

    /**
     * The next commits of all lanes. Ends where a lane may have more than was read of it, since that may come next.
     *
     * @param limit the most commits to read of one lane, and to return
     */
    static List<PlacedCommit> next(List<Lane> lanes, CommitReader feed, int limit) {
        var sources = new PriorityQueue<Source>(Comparator.comparing(Source::first, PlacedCommit.BY_TIME));
        for (Lane lane : lanes) {
            List<Commit> commits = lane.next(feed, limit);
            advance(sources, lane.partition(), commits.iterator(), commits.size() == limit);
        }
        var merged = new ArrayList<PlacedCommit>();
        while (!sources.isEmpty() && merged.size() < limit) {
            Source source = sources.remove();
            merged.add(source.first());
            if (!advance(sources, source.first().partition(), source.rest(), source.isCut()) && source.isCut()) {
                break;
            }
        }
        return merged;
    }

    private static boolean advance(
            PriorityQueue<Source> sources, Partition partition, Iterator<Commit> commits, boolean isCut) {
        return commits.hasNext()
                && sources.add(new Source(new PlacedCommit(partition, commits.next()), commits, isCut));
    }
}
