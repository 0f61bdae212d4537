package dev.foldline.functions.runtime.own;

import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.runtime.write.Appended;
import dev.foldline.functions.runtime.write.PartitionLoop;
import dev.foldline.functions.runtime.write.PartitionLoops;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Owns all partitions of a log, in that it commits for whoever asks. Several may own the same ones: that loses time, never an
 * event. One loop per partition. Thread-safe.
 */
public final class LogOwner implements PartitionOwner, AutoCloseable {

    private static final int QUEUE_CAPACITY = 1_024;

    /** The most requests that are served by one insert: each sender has one under way. */
    private static final int GROUP_LIMIT = 64;

    private final EventLog log;
    private final PartitionLoops<PendingAppend> loops = new PartitionLoops<>();

    private LogOwner(EventLog log) {
        this.log = log;
    }

    /** Starts the loops. */
    public static LogOwner start(EventLog log) {
        var owner = new LogOwner(log);
        for (int number = 0; number < log.descriptor().partitions(); number++) {
            Partition partition = log.descriptor().partition(number);
            var one = new OwnedPartition(partition, log);
            owner.loops.start("owner " + partition, new PartitionLoop<>(QUEUE_CAPACITY, GROUP_LIMIT, one::write));
        }
        return owner;
    }

    @Override
    public CompletionStage<Appended> append(AppendRequest request, Duration patience) {
        if (!fits(request)) {
            return CompletableFuture.failedStage(
                    new IllegalArgumentException("the request is about another log or partition than it says"));
        }
        var pending = new PendingAppend(request, patience);
        loops.submit(request.partition(), pending);
        return pending.future();
    }

    private boolean fits(AppendRequest request) {
        return request.log().equals(log.descriptor().id())
                && request.partition() < log.descriptor().partitions()
                && request.commits().stream()
                        .allMatch(commit -> log.descriptor()
                                        .partitionOf(commit.aggregateId())
                                        .number()
                                == request.partition());
    }

    /** The first reason why a partition is no longer written; null while all are. */
    public @Nullable String failure() {
        return loops.failure();
    }

    /** Stops the loops. Whoever waits is told that it cannot append. */
    @Override
    public void close() {
        loops.close();
    }
}
