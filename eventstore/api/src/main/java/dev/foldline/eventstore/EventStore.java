package dev.foldline.eventstore;

import java.util.List;

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

    /**
     * The logs of a context that there are, in the order of their names; empty for a context without any.
     *
     * @throws StoreUnavailableException the store cannot be reached; try again later
     */
    List<LogDefinition> logs(String context);
}
