package dev.foldline.log;

import dev.foldline.eventstore.EventStore;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.functions.runtime.event.SourceName;
import dev.foldline.functions.runtime.own.AppendRequests;
import dev.foldline.functions.runtime.own.LogOwner;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Owns one context's logs of aggregates. Looking is for one thread, all else for any. */
final class ContextOwner implements AutoCloseable {

    private final String context;
    private final EventStore store;
    private final AppendRequests requests;
    private final Map<String, LogOwner> owned = new ConcurrentHashMap<>();

    ContextOwner(String context, EventStore store, AppendRequests requests) {
        this.context = context;
        this.store = store;
        this.requests = requests;
    }

    /** Owns the logs that have come into being since the last look. Those of published events have one writer each. */
    void look() {
        store.logs(context).stream()
                .filter(log -> !SourceName.ofLog(context, log.aggregateType()).published())
                .filter(log -> !owned.containsKey(log.aggregateType()))
                .forEach(this::own);
    }

    private void own(LogDefinition definition) {
        LogOwner owner = LogOwner.start(store.open(definition));
        owned.put(definition.aggregateType(), owner);
        requests.answer(context, definition.aggregateType(), owner);
    }

    @Nullable
    String failure() {
        return owned.values().stream()
                .map(LogOwner::failure)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        owned.values().forEach(LogOwner::close);
    }
}
