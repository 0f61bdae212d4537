package dev.foldline.functions.runtime.policy;

import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * Wakes policies when a deadline is due, also when none of their processes is running by then. For speed only: wake-ups may
 * be lost, doubled or late. Thread-safe; never blocks.
 */
public interface WakeUps {

    /** Hears of wake-ups. */
    @FunctionalInterface
    interface Listener {

        /**
         * Something is due.
         *
         * @param due when; by another clock, so it may be a moment away
         * @return completes when it was looked after
         */
        CompletionStage<Void> wake(Instant due);
    }

    /** Has one of the policy's processes woken. Returns at once. */
    void wakeAt(String context, String policy, Instant due);

    /** From now on the listener hears of some of the policy's wake-ups; others may be heard by other processes. */
    void listen(String context, String policy, Listener listener);
}
