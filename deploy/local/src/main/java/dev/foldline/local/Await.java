package dev.foldline.local;

import java.io.IOException;
import java.time.Duration;

/** Waits for what other processes do, and tell nobody. */
public final class Await {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Await() {}

    /** Something that becomes true. */
    public interface Condition {
        /** Whether it is true now. */
        boolean holds() throws IOException;
    }

    /**
     * Looks until it is true, at least once.
     *
     * @return false if it did not become true in time
     */
    public static boolean until(Duration patience, Condition condition) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalServerException("Interrupted", e);
        }
    }
}
