package dev.foldline.functions.runtime.edge;

import dev.foldline.functions.QueryOptions;
import dev.foldline.functions.Update;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.FunctionCatalog.RemoteEntry;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Subscribes to the answers of handlers in other processes. Thread-safe; never blocks. */
@Singleton
final class RemoteSubscriptions {

    private final Map<Class<?>, RemoteEntry> entries;
    private final RemoteStreams streams;

    RemoteSubscriptions(FunctionCatalog catalog, RemoteStreams streams) {
        this.entries = catalog.remoteQueries().stream()
                .collect(Collectors.toUnmodifiableMap(RemoteEntry::message, Function.identity()));
        this.streams = streams;
    }

    /** Whether a query of this class is in a contract at hand and handled in another process. */
    boolean handles(Class<?> query) {
        return entries.containsKey(query);
    }

    /** Subscribes at one of the instances after the other; see {@link dev.foldline.functions.QueryGateway#subscribe}. */
    <R> Flow.Publisher<Update<R>> subscribe(Object query, Class<R> answerType, QueryOptions options) {
        RemoteEntry entry = Objects.requireNonNull(entries.get(query.getClass()));
        String token = options.consistency().toString();
        byte[] body = Json.write(query);
        return Multi.createFrom()
                .publisher(streams.subscribe(entry.context(), entry.name(), body, token, options.timeout()))
                .map(reply -> RemoteAnswers.ofSubscription(reply, entry, answerType));
    }
}
