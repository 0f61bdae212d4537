package dev.foldline.projections.tck;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.runtime.CommitListener;
import dev.foldline.functions.runtime.CommitSubscriptions;
import dev.foldline.functions.runtime.Logs;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Takes the place of the event store and of the broker: nothing is announced but what a test announces. Thread-safe. */
@Singleton
@Alternative
@Priority(1)
public final class MemoryLogs implements Logs, CommitSubscriptions {

    private final Map<String, MemoryLog> logs = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<CommitListener>> listeners = new ConcurrentHashMap<>();

    @Override
    public MemoryLog log(String context, String aggregateType) {
        return logs.computeIfAbsent(context + "/" + aggregateType, key -> new MemoryLog(aggregateType));
    }

    @Override
    public void subscribe(EventSource<?> source, String handler, CommitListener listener) {
        listener(handler).complete(listener);
    }

    Commit append(String context, String aggregateType, NewCommit commit) {
        return log(context, aggregateType).append(commit);
    }

    /** Completes when the handler has what it needs, and has subscribed. */
    CompletableFuture<Void> started(String handler) {
        return listener(handler).thenAccept(listener -> {});
    }

    /** Completes when the handler has taken care of it. */
    CompletableFuture<Void> announce(String handler, Partition partition, Commit commit) {
        return listener(handler).thenCompose(listener -> listener.heard(partition, commit));
    }

    private CompletableFuture<CommitListener> listener(String handler) {
        return listeners.computeIfAbsent(handler, key -> new CompletableFuture<>());
    }
}
