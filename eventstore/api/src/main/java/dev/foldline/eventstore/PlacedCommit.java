package dev.foldline.eventstore;

import java.util.Comparator;

/** A commit and the partition that it is in. */
public record PlacedCommit(Partition partition, Commit commit) {

    /**
     * By commit time, and by partition where that is the same. Times are those of the writers' clocks, so this is an order for
     * people; within a partition only the position is one.
     */
    public static final Comparator<PlacedCommit> BY_TIME = Comparator.comparing(
                    (PlacedCommit placed) -> placed.commit().time())
            .thenComparing(PlacedCommit::partition);
}
