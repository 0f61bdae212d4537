package dev.foldline.eventstore;

import org.jspecify.annotations.Nullable;

/** A fault of the store. A lost race and a repeated command are no faults: see {@link AppendResult}. */
public abstract sealed class EventStoreException extends RuntimeException
        permits StoreUnavailableException,
                LogMismatchException,
                LogTruncatedException,
                UnreadableEventException,
                LogArchivedException,
                ArchiveCorruptException {

    private static final long serialVersionUID = 1L;

    EventStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The fault's name for logs, metrics and answers; never changes. */
    public abstract String code();
}
