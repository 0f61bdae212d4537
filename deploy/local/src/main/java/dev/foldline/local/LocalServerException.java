package dev.foldline.local;

import org.jspecify.annotations.Nullable;

/** A local server did not start or stop. The message says what to do about it. */
public final class LocalServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LocalServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public LocalServerException(String message) {
        this(message, null);
    }
}
