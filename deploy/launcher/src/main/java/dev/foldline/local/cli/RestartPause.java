package dev.foldline.local.cli;

import java.time.Duration;

/** How long to wait before an application that has ended by itself is started again. Used by one thread. */
final class RestartPause {

    static final Duration FIRST = Duration.ofMillis(500);
    static final Duration LONGEST = Duration.ofSeconds(30);

    /** An application that has lived that long is not the one that dies at once. */
    static final Duration RECOVERED = Duration.ofMinutes(1);

    private Duration next = FIRST;

    /** Twice as long each time, up to {@link #LONGEST}, until the application has lived long enough. */
    Duration after(Duration lived) {
        if (lived.compareTo(RECOVERED) >= 0) {
            next = FIRST;
        }
        Duration pause = next;
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return pause;
    }
}
