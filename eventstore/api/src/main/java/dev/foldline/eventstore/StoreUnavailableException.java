package dev.foldline.eventstore;

import org.jspecify.annotations.Nullable;

/** Transient: the store could not be reached or did not answer in time. Nothing is known about what was under way. */
public final class StoreUnavailableException extends EventStoreException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "store-unavailable";
    }
}
