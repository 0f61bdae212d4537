package dev.foldline.eventstore;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What a log is, as it says itself.
 *
 * @param id made when the log was created: two logs of one name, e.g. one that was lost and the one made after it, differ
 *     in it
 * @param aggregateType the aggregate type
 * @param partitioner how aggregates are spread over partitions
 * @param format the format of the stored commits, from 1
 */
public record LogDescriptor(UUID id, String aggregateType, Partitioner partitioner, int format) {

    /** The number of partitions. */
    public int partitions() {
        return partitioner.partitions();
    }

    /** The partition that holds the aggregate. */
    public Partition partitionOf(String aggregateId) {
        return partition(partitioner.partitionOf(aggregateId));
    }

    /** The partition of this number. */
    public Partition partition(int number) {
        return new Partition(aggregateType, number);
    }

    /** All partitions, by their numbers. */
    public List<Partition> allPartitions() {
        return IntStream.range(0, partitions()).mapToObj(this::partition).toList();
    }
}
