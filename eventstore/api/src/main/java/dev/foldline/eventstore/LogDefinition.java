package dev.foldline.eventstore;

/**
 * What a process expects of a log.
 *
 * @param context the bounded context that owns the log, in kebab case; each has a database of its own
 * @param aggregateType the aggregate type, in kebab case
 * @param partitions the number of partitions, 1 to {@value #MAX_PARTITIONS}; fixed when the log is created
 */
public record LogDefinition(String context, String aggregateType, int partitions) {

    /** The most partitions that a log may have: each is a collection. */
    public static final int MAX_PARTITIONS = 1_024;

    /** The number of partitions unless told otherwise. */
    public static final int DEFAULT_PARTITIONS = 16;

    public LogDefinition {
        Aggregate.requireType(context);
        Aggregate.requireType(aggregateType);
        if (partitions < 1 || partitions > MAX_PARTITIONS) {
            throw new IllegalArgumentException(
                    "a log has 1 to " + MAX_PARTITIONS + " partitions, not " + partitions + " (" + aggregateType + ")");
        }
    }
}
