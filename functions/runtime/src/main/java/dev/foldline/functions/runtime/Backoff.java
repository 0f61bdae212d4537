package dev.foldline.functions.runtime;

import java.time.Duration;

/** Pauses between tries: 100 ms, then each twice as long as the one before. Not thread-safe. */
public final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(100);

    private Duration next = FIRST;

    /** The next pause, which is no longer than this. */
    public Duration next(Duration longest) {
        Duration pause = next.compareTo(longest) < 0 ? next : longest;
        next = pause.multipliedBy(2);
        return pause;
    }

    /** It went well: the next pause is a short one. */
    public void reset() {
        next = FIRST;
    }
}
