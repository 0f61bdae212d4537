package dev.foldline.functions.runtime;

import dev.foldline.functions.DeadlineExceededException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends waiting. */
public final class Deadlines {

    private Deadlines() {}

    /**
     * Completes the future exceptionally when it takes longer.
     *
     * @param future not completed by anybody that must go on after the deadline
     * @param tooLate what whoever waits is told
     * @return the same outcome, or a {@link DeadlineExceededException}
     */
    public static <T> CompletableFuture<T> within(CompletableFuture<T> future, Duration patience, String tooLate) {
        return future.orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
                .exceptionallyCompose(fault -> CompletableFuture.failedFuture(
                        fault instanceof TimeoutException ? new DeadlineExceededException(tooLate) : fault));
    }
}
