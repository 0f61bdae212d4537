package dev.foldline.functions.runtime.write;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does what may be done later or not at all, one after the other on a virtual thread. Thread-safe. */
final class WriteBehind implements AutoCloseable {

    /** Each holds a state. */
    private static final int MOST_WAITING = 64;

    private final ThreadPoolExecutor executor;

    WriteBehind(String name) {
        executor = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofVirtual().name(name).factory());
    }

    /** Hands it in, at once; whether it will be tried. */
    boolean offer(Runnable write) {
        try {
            executor.execute(write);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    boolean isClosed() {
        return executor.isShutdown();
    }

    /** What waits is forgotten. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
