package dev.foldline.functions.runtime.own;

import dev.foldline.functions.runtime.write.Appended;
import dev.foldline.functions.runtime.write.PartitionLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A request on its way through a partition's owner. Answered once; later answers are ignored. */
final class PendingAppend implements PartitionLoop.Waiting {

    private final AppendRequest request;
    private final long deadlineNanos;
    private final CompletableFuture<Appended> answer = new CompletableFuture<>();

    PendingAppend(AppendRequest request, Duration patience) {
        this.request = request;
        this.deadlineNanos = System.nanoTime() + patience.toNanos();
    }

    AppendRequest request() {
        return request;
    }

    /** Whether its sender has gone its own way. */
    boolean isExpired() {
        return System.nanoTime() - deadlineNanos >= 0;
    }

    void answer(Appended appended) {
        answer.complete(appended);
    }

    @Override
    public void fail(RuntimeException fault) {
        answer.completeExceptionally(fault);
    }

    CompletableFuture<Appended> future() {
        return answer;
    }
}
