package dev.foldline.local.cli;

import org.jspecify.annotations.Nullable;

/** What was asked for cannot be done. The message is for the person who asked, and says what to do. */
final class LauncherException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LauncherException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    LauncherException(String message) {
        this(message, null);
    }
}
