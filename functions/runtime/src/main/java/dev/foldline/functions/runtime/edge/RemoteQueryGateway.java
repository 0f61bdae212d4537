package dev.foldline.functions.runtime.edge;

import dev.foldline.eventstore.Token;
import dev.foldline.functions.QueryOptions;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.FunctionCatalog.RemoteEntry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks queries of the handlers in other processes. Thread-safe; never blocks. */
@Singleton
final class RemoteQueryGateway {

    private final Map<Class<?>, RemoteEntry> entries;
    private final Remote remote;

    RemoteQueryGateway(FunctionCatalog catalog, Remote remote) {
        this.entries = catalog.remoteQueries().stream()
                .collect(Collectors.toUnmodifiableMap(RemoteEntry::message, Function.identity()));
        this.remote = remote;
    }

    /** Whether a query of this class is in a contract at hand and handled in another process. */
    boolean handles(Class<?> query) {
        return entries.containsKey(query);
    }

    /** Asks one of the instances of the query's handler; see {@link dev.foldline.functions.QueryGateway#ask}. */
    <R> CompletionStage<Optional<R>> ask(Object query, Class<R> answerType, QueryOptions options) {
        RemoteEntry entry = Objects.requireNonNull(entries.get(query.getClass()));
        Map<String, String> properties = options.consistency().equals(Token.NONE)
                ? Map.of()
                : Map.of(Reply.CONSISTENCY_TOKEN, options.consistency().toString());
        return remote.query(entry.context(), entry.name(), Json.write(query), properties, options.timeout())
                .thenApply(reply -> RemoteAnswers.ofQuery(reply, entry, answerType));
    }
}
