package dev.foldline.functions.runtime;

import java.util.concurrent.CompletionException;

/** Finds what a future that failed has failed with. */
public final class Causes {

    private Causes() {}

    /** The fault itself, without what a later stage of the future has wrapped it in. */
    public static Throwable of(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
