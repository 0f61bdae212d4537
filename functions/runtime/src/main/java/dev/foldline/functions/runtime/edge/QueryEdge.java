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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Takes a query as parameters, asks it, and turns its answer into a reply. Thread-safe; never blocks. */
@Singleton
public final class QueryEdge {

    private final Map<String, MessageReader> readers;
    private final Set<String> elsewhere;
    private final GatherEdge gathers;
    private final QueryGateway gateway;
    private final Remote remote;
    private final MeterRegistry meters;
    private final Duration timeout;

    QueryEdge(
            FunctionCatalog catalog,
            QueryGateway gateway,
            Remote remote,
            GatherEdge gathers,
            MeterRegistry meters,
            @ConfigProperty(name = "foldline.query.timeout", defaultValue = "5s") Duration timeout) {
        this.elsewhere = catalog.remoteQueries().stream()
                .map(FunctionCatalog.RemoteEntry::key)
                .collect(Collectors.toUnmodifiableSet());
        this.remote = remote;
        this.gathers = gathers;
        this.readers = MessageReader.byKey(catalog.queries());
        this.gateway = gateway;
        this.meters = meters;
        this.timeout = timeout;
    }

    /** Whether a query of this name is handled, here or elsewhere. */
    public boolean knows(String context, String name) {
        String key = context + "/" + name;
        return readers.containsKey(key) || elsewhere.contains(key) || gathers.knows(key);
    }

    /** How long a caller waits for an answer unless it says otherwise. */
    public Duration timeout() {
        return timeout;
    }

    /**
     * Asks a query whose parameters are text.
     *
     * @param headers the token to wait for as {@code Consistency-Token}, and metadata
     * @return the reply; never completes exceptionally
     */
    public CompletionStage<Reply> ask(String context, String name, Map<String, String> parameters, Headers headers) {
        String key = context + "/" + name;
        if (gathers.knows(key)) {
            return answer(context, name, headers, () -> gathers.gather(key, parameters, headers, timeout));
        }
        return elsewhere.contains(key)
                ? answer(context, name, headers, () -> pass(context, name, Json.write(parameters), headers))
                : answer(
                        context,
                        name,
                        headers,
                        () -> attempt(context, name, reader -> reader.read(parameters), headers, timeout));
    }

    /**
     * Asks a query whose parameters are the fields of a JSON object.
     *
     * @param headers the token to wait for as {@code Consistency-Token}, and metadata
     * @param patience how long the caller waits, longer than nothing
     * @return the reply; never completes exceptionally
     */
    public CompletionStage<Reply> ask(String context, String name, byte[] body, Headers headers, Duration patience) {
        return answer(
                context,
                name,
                headers,
                () -> attempt(context, name, reader -> reader.readParameters(body), headers, patience));
    }

    /**
     * Asks one of those who answer a query in part; as {@link #ask(String, String, byte[], Headers, Duration)}.
     *
     * @param responder one that answers in this process
     */
    public CompletionStage<Reply> askResponder(
            String context, String name, String responder, byte[] body, Headers headers, Duration patience) {
        return answer(context, name, headers, () -> gathers.ask(
                        context + "/" + name, responder, body, new QueryOptions(token(headers), patience))
                .thenApply(QueryEdge::reply));
    }

    private CompletionStage<Reply> answer(
            String context, String name, Headers headers, Supplier<CompletionStage<Reply>> attempt) {
        long start = System.nanoTime();
        @Nullable String correlation = headers.get(Reply.CORRELATION_ID);
        return started(headers, attempt)
                .exceptionally(Replies::ofFault)
                .thenApply(reply -> correlation == null || reply.status() == 400
                        ? reply
                        : reply.with(Reply.CORRELATION_ID, correlation))
                .thenApply(reply -> measured(context, name, reply, start));
    }

    private static CompletionStage<Reply> started(Headers headers, Supplier<CompletionStage<Reply>> attempt) {
        try {
            MetadataHeaders.read(headers);
            return attempt.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private CompletionStage<Reply> attempt(
            String context, String name, Function<MessageReader, Object> query, Headers headers, Duration patience) {
        MessageReader reader = readers.get(context + "/" + name);
        if (reader == null) {
            throw UnknownMessageException.query(context, name);
        }
        var options = new QueryOptions(token(headers), patience);
        return gateway.ask(query.apply(reader), Object.class, options).thenApply(QueryEdge::reply);
    }

    private CompletionStage<Reply> pass(String context, String name, byte[] body, Headers headers) {
        Map<String, String> properties = MetadataHeaders.write(MetadataHeaders.read(headers));
        String token = headers.get(Reply.CONSISTENCY_TOKEN);
        if (token != null) {
            properties.put(Reply.CONSISTENCY_TOKEN, token);
        }
        return remote.query(context, name, body, properties, timeout);
    }

    static Token token(Headers headers) {
        String text = headers.get(Reply.CONSISTENCY_TOKEN);
        return text == null ? Token.NONE : token(text);
    }

    static Token token(String text) {
        try {
            return Token.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(Reply.CONSISTENCY_TOKEN + ": " + e.getMessage());
        }
    }

    private static Reply reply(Optional<?> answer) {
        return answer.<Reply>map(found -> new Reply(200, Reply.JSON, Map.of(), Json.write(found)))
                .orElseGet(() -> Problem.of(404, Problem.NOT_FOUND, "there is nothing of that id")
                        .reply());
    }

    private Reply measured(String context, String name, Reply reply, long start) {
        String query = knows(context, name) ? context + "/" + name : "unknown";
        meters.timer("foldline.queries", "query", query, "status", String.valueOf(reply.status()))
                .record(Duration.ofNanos(System.nanoTime() - start));
        return reply;
    }
}
