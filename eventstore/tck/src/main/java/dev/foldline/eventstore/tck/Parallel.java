package dev.foldline.eventstore.tck;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;

/** Runs the same thing several times at once. */
final class Parallel {

    private Parallel() {}

    /** The results, in the order of their numbers; the first failure fails it. */
    static <T> List<T> inParallel(int count, IntFunction<T> task) {
        var start = new CountDownLatch(count);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = IntStream.range(0, count)
                    .mapToObj(i -> executor.submit(together(start, () -> task.apply(i))))
                    .toList();
            return futures.stream().map(Parallel::get).toList();
        }
    }

    static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError failure) {
                throw failure;
            }
            return Assertions.fail(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Assertions.fail(e);
        }
    }

    private static <T> Callable<T> together(CountDownLatch start, Callable<T> task) {
        return () -> {
            start.countDown();
            start.await();
            return task.call();
        };
    }
}
