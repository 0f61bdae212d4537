package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.StoreUnavailableException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Asks the same of several partitions at once, so that it takes one round trip's time. */
final class SideBySide {

    /** A fraction of a connection pool of usual size: others want to be served meanwhile. */
    private static final int MOST_AT_ONCE = 32;

    private SideBySide() {}

    /** The answers in the order of the numbers, from 0; the first failure in that order fails it. */
    static <T> List<T> each(int count, IntFunction<T> question) {
        var turns = new Semaphore(MOST_AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> answers = IntStream.range(0, count)
                    .mapToObj(number -> threads.submit(inTurn(turns, () -> question.apply(number))))
                    .toList();
            return answers.stream().map(SideBySide::answer).toList();
        }
    }

    private static <T> Callable<T> inTurn(Semaphore turns, Callable<T> question) {
        return () -> {
            turns.acquire();
            try {
                return question.call();
            } finally {
                turns.release();
            }
        };
    }

    private static <T> T answer(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("the reader was interrupted", e);
        }
    }
}
