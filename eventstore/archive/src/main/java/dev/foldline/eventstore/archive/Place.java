package dev.foldline.eventstore.archive;

import dev.foldline.eventstore.Partition;
import java.util.UUID;

/**
 * Whose commits these are.
 *
 * @param log the log's identity
 * @param context the context that owns the log
 * @param partition the partition
 */
record Place(UUID log, String context, Partition partition) {

    /** What the names of the partition's files begin with. */
    String directory() {
        return "%s/%s/%s/%02d/".formatted(context, partition.aggregateType(), log, partition.number());
    }
}
