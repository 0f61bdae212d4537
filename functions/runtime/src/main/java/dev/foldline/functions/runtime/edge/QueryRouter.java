package dev.foldline.functions.runtime.edge;

import dev.foldline.functions.GatherOptions;
import dev.foldline.functions.Gathered;
import dev.foldline.functions.QueryGateway;
import dev.foldline.functions.QueryOptions;
import dev.foldline.functions.Update;
import dev.foldline.functions.runtime.LocalQueryGateway;
import dev.foldline.functions.runtime.trace.Hop;
import dev.foldline.functions.runtime.trace.Tracing;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Asks a query of its handler: here when it is here, over AMQP when it is not. */
@Singleton
final class QueryRouter implements QueryGateway {

    private final LocalQueryGateway here;
    private final RemoteQueryGateway elsewhere;
    private final RemoteSubscriptions subscriptions;
    private final Tracing tracing;

    QueryRouter(
            LocalQueryGateway here,
            RemoteQueryGateway elsewhere,
            RemoteSubscriptions subscriptions,
            Tracing tracing) {
        this.here = here;
        this.elsewhere = elsewhere;
        this.subscriptions = subscriptions;
        this.tracing = tracing;
    }

    @Override
    public <R> CompletionStage<Optional<R>> ask(Object query, Class<R> answerType, QueryOptions options) {
        if (elsewhere.handles(query.getClass())) {
            return elsewhere.ask(query, answerType, options);
        }
        var hop = Hop.here("answer " + query.getClass().getSimpleName());
        return tracing.within(hop, Map.of(), ignored -> here.ask(query, answerType, options));
    }

    @Override
    public <R> CompletionStage<Gathered<R>> gather(Object query, Class<R> answerType, GatherOptions options) {
        return here.gather(query, answerType, options);
    }

    @Override
    public <R> Flow.Publisher<Update<R>> subscribe(Object query, Class<R> answerType, QueryOptions options) {
        return subscriptions.handles(query.getClass())
                ? subscriptions.subscribe(query, answerType, options)
                : here.subscribe(query, answerType, options);
    }
}
