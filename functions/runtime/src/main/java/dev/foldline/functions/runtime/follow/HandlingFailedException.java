package dev.foldline.functions.runtime.follow;

/** An event cannot be handled: a mistake in the handler, or a history that cannot be. Trying again is no use. */
public final class HandlingFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message names the handler, the aggregate and the position, and no personal data */
    public HandlingFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
