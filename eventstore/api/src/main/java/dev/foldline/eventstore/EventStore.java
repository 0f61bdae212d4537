package dev.foldline.eventstore;

/** Where the logs are. Safe for use by any number of threads. */
public interface EventStore {

    /**
     * Opens a log, and creates it when it does not exist. Two processes that create the same log at the same time get the
     * same one.
     *
     * @throws LogMismatchException the log exists and is not what the definition says
     * @throws StoreUnavailableException the store cannot be reached; try again later
     */
    EventLog open(LogDefinition definition);
}
