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
}
