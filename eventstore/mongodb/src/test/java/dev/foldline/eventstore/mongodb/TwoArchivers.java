package dev.foldline.eventstore.mongodb;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Two at once, in one order: the first comes as far as its step, the second as far as its own or its end, then the first goes
 * on to its end, and then the second does.
 */
final class TwoArchivers {

    private final ArchiverStep firstStep;
    private final ArchiverStep secondStep;
    private final Consumer<ArchiverSteps> first;
    private final Consumer<ArchiverSteps> second;
    private final CountDownLatch firstEnded = new CountDownLatch(1);
    private CompletableFuture<Void> secondRun = CompletableFuture.completedFuture(null);

    /**
     * @param first runs the first archiver, which is to be told its steps
     * @param second the same of the second
     */
    TwoArchivers(
            ArchiverStep firstStep,
            Consumer<ArchiverSteps> first,
            ArchiverStep secondStep,
            Consumer<ArchiverSteps> second) {
        this.firstStep = firstStep;
        this.secondStep = secondStep;
        this.first = first;
        this.second = second;
    }

    /** Fails as the one that failed. */
    void run() {
        try {
            first.accept(new ArchiverSteps(firstStep, this::startSecond));
        } finally {
            firstEnded.countDown();
        }
        secondRun.join();
    }

    private void startSecond() {
        var there = new CompletableFuture<Void>();
        var steps = new ArchiverSteps(secondStep, () -> {
            there.complete(null);
            awaitEndOfFirst();
        });
        secondRun = CompletableFuture.runAsync(() -> second.accept(steps), Thread::startVirtualThread);
        CompletableFuture.anyOf(there, secondRun).join();
    }

    private void awaitEndOfFirst() {
        try {
            firstEnded.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
