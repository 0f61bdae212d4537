package dev.foldline.functions.runtime.edge;

import dev.foldline.functions.QueryOptions;
import dev.foldline.functions.UnknownMessageException;
import dev.foldline.functions.Update;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.subscribe.LocalSubscriptions;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes a subscription to a query and turns its answers into replies: one of status 200 for each, with its token as {@link
 * Reply#CONSISTENCY_TOKEN} and {@code null} as its body when there is nothing of that name; and at last a problem. What is
 * not asked for in time is left out, but the latest never is. Thread-safe; never blocks.
 */
@Singleton
public final class SubscriptionEdge {

    /** The body of an answer that has found nothing. */
    static final byte[] NOTHING = "null".getBytes(StandardCharsets.UTF_8);

    private final Map<String, MessageReader> readers;
    private final Map<String, FunctionCatalog.RemoteEntry> elsewhere;
    private final LocalSubscriptions local;
    private final RemoteStreams remote;
    private final Duration timeout;

    SubscriptionEdge(
            FunctionCatalog catalog,
            LocalSubscriptions local,
            RemoteStreams remote,
            @ConfigProperty(name = "foldline.query.timeout", defaultValue = "5s") Duration timeout) {
        this.readers = MessageReader.byKey(catalog.queries());
        this.elsewhere = catalog.remoteQueries().stream()
                .collect(Collectors.toUnmodifiableMap(FunctionCatalog.RemoteEntry::key, Function.identity()));
        this.local = local;
        this.remote = remote;
        this.timeout = timeout;
    }

    /**
     * Subscribes to a query whose parameters are text.
     *
     * @param token a consistency token as text; blank for none
     */
    public Flow.Publisher<Reply> subscribe(String context, String name, Map<String, String> parameters, String token) {
        return elsewhere.containsKey(context + "/" + name)
                ? relayed(context, name, Json.write(parameters), token)
                : subscribe(context, name, reader -> reader.read(parameters), token, timeout);
    }

    /**
     * Subscribes to a query whose parameters are the fields of a JSON object, and which is answered here.
     *
     * @param token a consistency token as text; blank for none
     * @param patience how long the caller waits for the first answer
     */
    public Flow.Publisher<Reply> subscribe(String context, String name, byte[] body, String token, Duration patience) {
        Duration wait = patience.compareTo(timeout) < 0 ? patience : timeout;
        return subscribe(context, name, reader -> reader.readParameters(body), token, wait);
    }

    private Flow.Publisher<Reply> subscribe(
            String context, String name, Function<MessageReader, Object> query, String token, Duration patience) {
        try {
            MessageReader reader = readers.get(context + "/" + name);
            if (reader == null) {
                throw UnknownMessageException.query(context, name);
            }
            Object asked = query.apply(reader);
            return answers(asked, new QueryOptions(QueryEdge.token(token), patience));
        } catch (RuntimeException e) {
            return Multi.createFrom().item(Replies.ofFault(e));
        }
    }

    private Flow.Publisher<Reply> answers(Object query, QueryOptions options) {
        return ending(
                Multi.createFrom().publisher(local.subscribe(query, options)).map(SubscriptionEdge::reply));
    }

    private Flow.Publisher<Reply> relayed(String context, String name, byte[] body, String token) {
        return ending(Multi.createFrom().publisher(remote.subscribe(context, name, body, token, timeout)));
    }

    private static Multi<Reply> ending(Multi<Reply> replies) {
        return replies.onFailure().recoverWithItem(Replies::ofFault);
    }

    private static Reply reply(Update<Object> update) {
        byte[] body = update.answer().map(Json::write).orElse(NOTHING);
        return new Reply(
                200, Reply.JSON, Map.of(Reply.CONSISTENCY_TOKEN, update.token().toString()), body);
    }
}
