package dev.foldline.functions.runtime.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Says when to look for what is due: at a regular interval, and at times that it was set to. Thread-safe. */
final class Alarm implements WakeUps.Listener {

    /** More are not remembered: there is the next look. */
    private static final int MOST_SET = 1_000;

    private final InstantSource clock;
    private final Duration interval;
    private final SortedSet<Instant> times = new TreeSet<>();
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private List<CompletableFuture<Void>> served = List.of();

    /** @param interval from one look to the next */
    Alarm(InstantSource clock, Duration interval) {
        this.clock = clock;
        this.interval = interval;
    }

    @Override
    public CompletionStage<Void> wake(Instant due) {
        var looked = new CompletableFuture<Void>();
        synchronized (this) {
            waiting.add(looked);
        }
        set(due);
        return looked;
    }

    /** There is something to look for then. */
    synchronized void set(Instant due) {
        if (times.size() < MOST_SET) {
            times.add(due);
            notifyAll();
        }
    }

    /** Waits until it is time to look. */
    synchronized void await() throws InterruptedException {
        for (Duration left = left(); left.isPositive(); left = left()) {
            wait(Math.max(1, left.toMillis()));
        }
    }

    private Duration left() {
        return times.isEmpty() ? Duration.ZERO : Duration.between(clock.instant(), times.first());
    }

    /** The look begins: whoever wakes from now on waits for the next one. */
    synchronized void looking() {
        Instant now = clock.instant();
        times.removeIf(time -> !time.isAfter(now));
        times.add(now.plus(interval));
        served = List.copyOf(waiting);
        waiting.clear();
    }

    /** The look is over. */
    void looked() {
        List<CompletableFuture<Void>> over;
        synchronized (this) {
            over = served;
            served = List.of();
        }
        over.forEach(one -> one.complete(null));
    }
}
