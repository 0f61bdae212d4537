package dev.foldline.functions.runtime.event;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.runtime.CommitListener;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Who in this process hears of which source's commits, whatever brings the news. Thread-safe. */
@Singleton
public final class CommitListeners {

    private record Followed(EventSource<?> source, Map<String, CommitListener> listeners) {}

    private final Map<String, Followed> bySource = new ConcurrentHashMap<>();

    /** From now on the handler hears of the source's commits. One of the same name is replaced. */
    public void add(EventSource<?> source, String handler, CommitListener listener) {
        bySource.computeIfAbsent(SourceName.of(source).uri(), uri -> new Followed(source, new ConcurrentHashMap<>()))
                .listeners()
                .put(handler, listener);
    }

    /** The source of this URI, when somebody follows it. */
    public Optional<EventSource<?>> followed(String uri) {
        return Optional.ofNullable(bySource.get(uri)).map(Followed::source);
    }

    /**
     * Tells all handlers of the source.
     *
     * @return completes when all have taken care of it, exceptionally when one could not
     */
    public CompletionStage<Void> heard(EventSource<?> source, Partition partition, Commit commit) {
        Followed followed = bySource.get(SourceName.of(source).uri());
        List<CommitListener> listeners =
                followed == null ? List.of() : List.copyOf(followed.listeners().values());
        return CompletableFuture.allOf(listeners.stream()
                .map(listener -> listener.heard(partition, commit).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new));
    }
}
