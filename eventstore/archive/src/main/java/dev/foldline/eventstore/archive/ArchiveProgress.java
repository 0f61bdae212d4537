package dev.foldline.eventstore.archive;

import dev.foldline.eventstore.Partition;
import java.time.Duration;

/** Hears of what happens while commits are moved. */
public interface ArchiveProgress {

    /** Nobody who wants to hear of it. */
    ArchiveProgress NONE = new ArchiveProgress() {};

    /** So many commits are to be written, as far as can be told before. */
    default void planned(long commits) {}

    /** A segment was written, read back, compared with the store, and published. */
    default void written(Partition partition, long commits, long bytes) {}

    /** Another archiver has claimed the partition, and goes on there. */
    default void left(Partition partition) {}

    /** Nothing is removed until every process must know of the seals; told again and again. */
    default void waiting(Duration left) {}

    /** Commits were compared with the archive once more, and have left the store. */
    default void removed(Partition partition, long commits) {}

    /** Commits are back in the store. */
    default void restored(Partition partition, long commits) {}

    /** A segment was read whole and found to be as it was written. */
    default void verified(Partition partition, long commits, long bytes) {}

    /** A file that no manifest names was removed, or stays because somebody may be about to name it. */
    default void orphan(Partition partition, String name, boolean removed) {}
}
