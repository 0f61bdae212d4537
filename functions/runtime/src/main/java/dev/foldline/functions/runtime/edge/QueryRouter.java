package dev.foldline.functions.runtime.edge;

import dev.foldline.functions.GatherOptions;
import dev.foldline.functions.Gathered;
import dev.foldline.functions.QueryGateway;
import dev.foldline.functions.QueryOptions;
import dev.foldline.functions.Update;
import dev.foldline.functions.runtime.LocalQueryGateway;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Asks a query of its handler: here when it is here, over AMQP when it is not. */
@Singleton
final class QueryRouter implements QueryGateway {

    private final LocalQueryGateway here;
    private final RemoteQueryGateway elsewhere;

    QueryRouter(LocalQueryGateway here, RemoteQueryGateway elsewhere) {
        this.here = here;
        this.elsewhere = elsewhere;
    }

    @Override
    public <R> CompletionStage<Optional<R>> ask(Object query, Class<R> answerType, QueryOptions options) {
        return elsewhere.handles(query.getClass())
                ? elsewhere.ask(query, answerType, options)
                : here.ask(query, answerType, options);
    }

    @Override
    public <R> CompletionStage<Gathered<R>> gather(Object query, Class<R> answerType, GatherOptions options) {
        return here.gather(query, answerType, options);
    }

    @Override
    public <R> Flow.Publisher<Update<R>> subscribe(Object query, Class<R> answerType, QueryOptions options) {
        return here.subscribe(query, answerType, options);
    }
}
