package dev.foldline.eventstore;

import org.jspecify.annotations.Nullable;

/** Permanent: an event cannot be read: unknown alias or revision, or a payload that does not fit. Nothing is skipped. */
public final class UnreadableEventException extends EventStoreException {

    private static final long serialVersionUID = 1L;

    public UnreadableEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "unreadable-event";
    }
}
