package dev.foldline.functions.runtime.own;

import dev.foldline.functions.runtime.write.Appended;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Whoever commits for the writers of a log's partitions, here or in another process. Thread-safe; never blocks. */
@FunctionalInterface
public interface PartitionOwner {

    /**
     * Appends the commits, or a prefix of them, behind whatever the partition has when none of what came after the sender's
     * tail touches their aggregates.
     *
     * <p>A request may be taken after its sender has given up, or twice, and does no harm then. What the sender does instead
     * is append the same commits itself: they come after its tail and touch their own aggregates, so the owner refuses the
     * request; and if the owner is first, their command ids keep the sender's out and are found.
     *
     * @param patience how long the sender waits
     * @return what became of it; completes exceptionally when the owner does not answer, or cannot append: what is stored is
     *     not known then
     */
    CompletionStage<Appended> append(AppendRequest request, Duration patience);
}
