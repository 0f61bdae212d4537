package dev.foldline.functions.runtime.edge;

import dev.foldline.functions.GatherOptions;
import dev.foldline.functions.Gathered;
import dev.foldline.functions.InvalidValueException;
import dev.foldline.functions.QueryGateway;
import dev.foldline.functions.QueryOptions;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.FunctionCatalog.GatherEntry;
import dev.foldline.functions.runtime.LocalQueryGateway;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes queries that several answer in part. Thread-safe; never blocks. */
@Singleton
final class GatherEdge {

    private final Map<String, MessageReader> readers;
    private final QueryGateway gateway;
    private final LocalQueryGateway here;

    GatherEdge(FunctionCatalog catalog, QueryGateway gateway, LocalQueryGateway here) {
        this.readers = catalog.gathers().stream()
                .collect(Collectors.toUnmodifiableMap(GatherEntry::key, entry -> new MessageReader(entry.message())));
        this.gateway = gateway;
        this.here = here;
    }

    /** The body of a gathered answer: null for a responder that has found nothing. */
    @RegisterForReflection
    record GatheredBody(Map<String, Optional<Object>> answers, Map<String, String> missing) {

        static GatheredBody of(Gathered<Object> gathered) {
            return new GatheredBody(new TreeMap<>(gathered.answers()), new TreeMap<>(gathered.missing()));
        }
    }

    boolean knows(String key) {
        return readers.containsKey(key);
    }

    /** Asks all, and answers 200 when the quorum that the headers ask for has answered. */
    CompletionStage<Reply> gather(String key, Map<String, String> parameters, Headers headers, Duration timeout) {
        var options = new GatherOptions(QueryEdge.token(headers), timeout, quorum(headers.get(Reply.QUORUM)));
        return gateway.gather(reader(key).read(parameters), Object.class, options)
                .thenApply(gathered -> new Reply(200, Reply.JSON, Map.of(), Json.write(GatheredBody.of(gathered))));
    }

    /** Asks one that answers in this process. */
    CompletionStage<Optional<Object>> ask(String key, String responder, byte[] body, QueryOptions options) {
        return here.askResponder(reader(key).readParameters(body), responder, options);
    }

    private MessageReader reader(String key) {
        return Objects.requireNonNull(readers.get(key));
    }

    private static int quorum(@Nullable String text) {
        if (text == null) {
            return 1;
        }
        if (!text.matches("[0-9]{1,4}")) {
            throw new InvalidValueException(Reply.QUORUM + ": it is no number of responders");
        }
        return Integer.parseInt(text);
    }
}
