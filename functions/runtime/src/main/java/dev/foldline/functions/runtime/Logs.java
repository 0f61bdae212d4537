package dev.foldline.functions.runtime;

import dev.foldline.eventstore.EventLog;

/** The logs that this process works with, each opened once. Thread-safe. */
public interface Logs {

    /**
     * The log of an aggregate type. Blocks while it is being opened.
     *
     * @throws dev.foldline.eventstore.StoreUnavailableException the store cannot be reached; try again later
     * @throws dev.foldline.eventstore.LogMismatchException the log is not what this process is configured for
     */
    EventLog log(String context, String aggregateType);

    /**
     * A log that has as many partitions as another one that was opened, whatever the configuration says. Otherwise as {@link
     * #log(String, String)}.
     *
     * @param partitions the number of partitions
     */
    default EventLog log(String context, String aggregateType, int partitions) {
        return log(context, aggregateType);
    }
}
