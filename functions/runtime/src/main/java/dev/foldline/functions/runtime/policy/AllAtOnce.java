package dev.foldline.functions.runtime.policy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same with many things, each on a virtual thread. */
final class AllAtOnce {

    /** What is done with one thing. */
    @FunctionalInterface
    interface Action<T> {
        void run(T one) throws InterruptedException;
    }

    private AllAtOnce() {}

    /** Returns when it is done with each; throws what one of them threw, after all have ended. */
    static <T> void run(List<T> things, Action<T> action) throws InterruptedException {
        List<Callable<Void>> tasks = things.stream()
                .<Callable<Void>>map(one -> () -> {
                    action.run(one);
                    return null;
                })
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> ended : threads.invokeAll(tasks)) {
                ended.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
    }
}
