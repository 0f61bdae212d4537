package dev.foldline.functions.runtime.follow;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.Partition;

/** A commit and the partition that it is in. */
public record PlacedCommit(Partition partition, Commit commit) {}
