package dev.foldline.functions.runtime.own;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Whether a partition's owner answers. It does not until it has. Thread-safe. */
final class OwnerContact {

    private static final Logger LOG = Logger.getLogger(OwnerContact.class);

    private final long pauseNanos;
    private volatile boolean up;
    private volatile long nextNanos = System.nanoTime();

    OwnerContact(Duration pause) {
        pauseNanos = pause.toNanos();
    }

    boolean isUp() {
        return up;
    }

    /** Whether it is time to ask whether there is an owner: true once per pause. */
    boolean isDue() {
        if (up || System.nanoTime() - nextNanos < 0) {
            return false;
        }
        pause();
        return true;
    }

    /** Waits for the answer to such a question. */
    void follow(CompletionStage<?> answer) {
        answer.whenComplete((ignored, fault) -> up = fault == null);
    }

    /** It was asked for something, and did not answer. */
    void lost(@Nullable Throwable fault) {
        LOG.debugf(fault, "The owner of a partition does not answer; it is appended to the log for a while");
        pause();
        up = false;
    }

    private void pause() {
        nextNanos = System.nanoTime() + pauseNanos;
    }
}
