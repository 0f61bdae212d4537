package dev.foldline.eventstore;

/**
 * One partition of an aggregate type's log.
 *
 * @param aggregateType the aggregate type, in kebab case
 * @param number which partition, from 0
 */
public record Partition(String aggregateType, int number) implements Comparable<Partition> {

    public Partition {
        Aggregate.requireType(aggregateType);
        if (number < 0) {
            throw new IllegalArgumentException("a partition's number starts at 0, not " + number);
        }
    }

    @Override
    public int compareTo(Partition other) {
        int byType = aggregateType.compareTo(other.aggregateType);
        return byType != 0 ? byType : Integer.compare(number, other.number);
    }

    /** The form used in tokens and messages, e.g. {@code wallet/7}. */
    @Override
    public String toString() {
        return aggregateType + "/" + number;
    }
}
