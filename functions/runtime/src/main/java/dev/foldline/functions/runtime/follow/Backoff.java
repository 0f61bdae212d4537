package dev.foldline.functions.runtime.follow;

import java.time.Duration;

/** Pauses between tries, each twice as long as the one before. Not thread-safe. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(100);

    private Duration next = FIRST;

    /** The next pause, which is no longer than this. */
    Duration next(Duration longest) {
        Duration pause = next.compareTo(longest) < 0 ? next : longest;
        next = pause.multipliedBy(2);
        return pause;
    }

    /** It went well: the next pause is a short one. */
    void reset() {
        next = FIRST;
    }
}
