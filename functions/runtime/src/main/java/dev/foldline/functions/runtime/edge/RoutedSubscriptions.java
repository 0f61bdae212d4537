package dev.foldline.functions.runtime.edge;

import dev.foldline.eventstore.Token;
import dev.foldline.functions.Query;
import dev.foldline.functions.QueryOptions;
import dev.foldline.functions.UnknownMessageException;
import dev.foldline.functions.Update;
import dev.foldline.functions.runtime.QuerySubscriptions;
import dev.foldline.functions.runtime.subscribe.LocalSubscriptions;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Flow;

/** Subscribes at the handler in this process when there is one, and over AMQP otherwise. */
@Singleton
final class RoutedSubscriptions implements QuerySubscriptions {

    private final LocalSubscriptions local;
    private final RemoteStreams remote;

    RoutedSubscriptions(LocalSubscriptions local, RemoteStreams remote) {
        this.local = local;
        this.remote = remote;
    }

    @Override
    public Flow.Publisher<? extends Update<?>> subscribe(Object query, Class<?> answerType, QueryOptions options) {
        if (local.handles(query.getClass())) {
            return local.subscribe(query, options);
        }
        Query name = query.getClass().getAnnotation(Query.class);
        if (name == null) {
            return Multi.createFrom()
                    .failure(UnknownMessageException.query("?", query.getClass().getSimpleName()));
        }
        String token = options.consistency().toString();
        return Multi.createFrom()
                .publisher(remote.subscribe(name.context(), name.name(), Json.write(query), token, options.timeout()))
                .map(reply -> update(reply, answerType));
    }

    private static <R> Update<R> update(Reply reply, Class<R> answerType) {
        if (reply.status() != 200) {
            throw RemoteFaults.of(reply);
        }
        try {
            R answer = Json.STRICT.readValue(reply.body(), answerType);
            String token = reply.headers().getOrDefault(Reply.CONSISTENCY_TOKEN, "");
            return new Update<>(Optional.ofNullable(answer), Token.parse(token));
        } catch (IOException e) {
            throw new IllegalStateException("an answer is no " + answerType.getName(), e);
        }
    }
}
