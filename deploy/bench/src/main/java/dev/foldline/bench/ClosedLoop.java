package dev.foldline.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Callers who each do a thing again and again, the next when the last is done.
 *
 * @param callers how many there are at once
 * @param duration how long they go on
 */
record ClosedLoop(int callers, Duration duration) {

    /** One thing done by one of the callers. */
    @FunctionalInterface
    interface Turn {

        /**
         * Does it.
         *
         * @param caller which caller, from 0
         * @return how much was done
         */
        int take(int caller);
    }

    /** How much was done per second. */
    double perSecond(Turn turn) {
        long begun = System.nanoTime();
        long end = begun + duration.toNanos();
        long done = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                int number = caller;
                counts.add(threads.submit(() -> until(end, turn, number)));
            }
            for (Future<Long> count : counts) {
                done += count.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a caller has failed", e);
        }
        return done * 1e9 / (System.nanoTime() - begun);
    }

    private static long until(long end, Turn turn, int caller) {
        long done = 0;
        do {
            done += turn.take(caller);
        } while (System.nanoTime() < end);
        return done;
    }
}
