package dev.foldline.functions.runtime.edge;

import dev.foldline.eventstore.Token;
import dev.foldline.functions.InvalidValueException;
import dev.foldline.functions.QueryGateway;
import dev.foldline.functions.QueryOptions;
import dev.foldline.functions.UnknownMessageException;
import dev.foldline.functions.runtime.FunctionCatalog;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Takes a query as parameters, asks it, and turns its answer into a reply. Thread-safe; never blocks. */
@Singleton
public final class QueryEdge {

    private final Map<String, MessageReader> readers;
    private final QueryGateway gateway;
    private final MeterRegistry meters;
    private final Duration timeout;

    QueryEdge(
            FunctionCatalog catalog,
            QueryGateway gateway,
            MeterRegistry meters,
            @ConfigProperty(name = "foldline.query.timeout", defaultValue = "5s") Duration timeout) {
        this.readers = catalog.queries().stream()
                .collect(Collectors.toUnmodifiableMap(
                        FunctionCatalog.Entry::key, entry -> new MessageReader(entry.message())));
        this.gateway = gateway;
        this.meters = meters;
        this.timeout = timeout;
    }

    /** Whether a query of this name is handled. */
    public boolean knows(String context, String name) {
        return readers.containsKey(context + "/" + name);
    }

    /**
     * Asks a query.
     *
     * @param token a consistency token as text; null for none
     * @return the reply; never completes exceptionally
     */
    public CompletionStage<Reply> ask(
            String context, String name, Map<String, String> parameters, @Nullable String token) {
        long start = System.nanoTime();
        return attempt(context, name, parameters, token)
                .exceptionally(Replies::ofFault)
                .thenApply(reply -> measured(context, name, reply, start));
    }

    private CompletionStage<Reply> attempt(
            String context, String name, Map<String, String> parameters, @Nullable String token) {
        try {
            MessageReader reader = readers.get(context + "/" + name);
            if (reader == null) {
                throw UnknownMessageException.query(context, name);
            }
            var options = new QueryOptions(token(token), timeout);
            return gateway.ask(reader.read(parameters), Object.class, options).thenApply(QueryEdge::reply);
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private static Token token(@Nullable String text) {
        try {
            return text == null ? Token.NONE : Token.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(Reply.CONSISTENCY_TOKEN + ": " + e.getMessage());
        }
    }

    private static Reply reply(Optional<?> answer) {
        return answer.<Reply>map(found -> new Reply(200, Reply.JSON, Map.of(), Json.write(found)))
                .orElseGet(() -> Problem.of(404, "not-found", "there is nothing of that id")
                        .reply());
    }

    private Reply measured(String context, String name, Reply reply, long start) {
        String query = knows(context, name) ? context + "/" + name : "unknown";
        meters.timer("foldline.queries", "query", query, "status", String.valueOf(reply.status()))
                .record(Duration.ofNanos(System.nanoTime() - start));
        return reply;
    }
}
