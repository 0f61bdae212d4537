package dev.foldline.e2e;

import java.time.Duration;

/**
 * How fast players play: as fast as they are answered, but slowly while a process starts, which would have nothing of a small
 * machine otherwise. Thread-safe.
 */
final class Pace {

    private static final Duration SLOW = Duration.ofSeconds(1);

    private volatile Duration pause = Duration.ZERO;

    /** How long a player waits before the next command. */
    Duration pause() {
        return pause;
    }

    /** {@code kill -9} amid the load, and a start. */
    void killAndRestart(AppProcess instance) {
        instance.kill();
        restart(instance);
    }

    /** Starts it again after it has ended. */
    void restart(AppProcess instance) {
        pause = SLOW;
        try {
            instance.restart();
        } finally {
            pause = Duration.ZERO;
        }
    }
}
