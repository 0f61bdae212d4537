package dev.foldline.eventstore.seam;

import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;

/** Where the old parts of logs are. Safe for use by any number of threads. */
public interface LogArchive {

    /** The log together with what has been moved out of it: whoever reads it crosses the seam unaware. */
    EventLog join(LogDefinition definition, ArchivableLog log);
}
