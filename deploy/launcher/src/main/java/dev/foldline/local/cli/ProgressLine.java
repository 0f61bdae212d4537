package dev.foldline.local.cli;

import dev.foldline.eventstore.mongodb.Repartition.Phase;
import dev.foldline.eventstore.mongodb.Repartition.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says once a second how far it is, how fast, and how long it will take. Not thread-safe. */
final class ProgressLine implements Progress {

    private static final long INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();

    private final PrintStream out;
    private Phase phase = Phase.COPYING;
    private long begun = System.nanoTime();
    private long told = begun;

    ProgressLine(PrintStream out) {
        this.out = out;
    }

    @Override
    public void at(Phase now, long done, long total) {
        long nanos = System.nanoTime();
        if (now != phase) {
            phase = now;
            begun = nanos;
        }
        if (done == total || nanos - told >= INTERVAL_NANOS) {
            told = nanos;
            double perSecond = done * 1e9 / Math.max(1, nanos - begun);
            out.printf(
                    "%-9s %,d of %,d commits, %,.0f/s, %,.0f s left%n",
                    phase.name().toLowerCase(Locale.ROOT), done, total, perSecond, (total - done) / perSecond);
        }
    }
}
