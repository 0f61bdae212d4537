package dev.foldline.eventstore.mongodb;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * One partition's seal, as this process knows it. Thread-safe.
 *
 * <p>A lapse of time is the longer one of two clocks', one of which may stand still while the machine sleeps.
 */
final class Seal {

    private record Sighting(long through, long nanos, long millis) {

        boolean isOlderThan(Duration age) {
            return System.nanoTime() - nanos >= age.toNanos()
                    || Math.abs(System.currentTimeMillis() - millis) >= age.toMillis();
        }
    }

    private final LongSupplier question;
    private final Duration notice;
    private volatile Sighting last = new Sighting(0, System.nanoTime(), Long.MIN_VALUE / 2);

    /** @param question asks the store for the seal */
    Seal(LongSupplier question, Duration notice) {
        this.question = question;
        this.notice = notice;
    }

    /** As far as it was seen, however long ago. */
    long seen() {
        return last.through();
    }

    /** As of at most the notice ago. */
    long recent() {
        Sighting known = last;
        return known.isOlderThan(notice) ? now() : known.through();
    }

    long now() {
        long nanos = System.nanoTime();
        long millis = System.currentTimeMillis();
        long through = question.getAsLong();
        last = new Sighting(through, nanos, millis);
        return through;
    }
}
