package dev.foldline.functions.runtime.edge;

import dev.foldline.functions.GatherOptions;
import dev.foldline.functions.Gathered;
import dev.foldline.functions.QueryGateway;
import dev.foldline.functions.QueryOptions;
import dev.foldline.functions.Update;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.FunctionCatalog.GatherEntry;
import dev.foldline.functions.runtime.LocalQueryGateway;
import dev.foldline.functions.runtime.trace.Hop;
import dev.foldline.functions.runtime.trace.Tracing;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks a query of its handler: here when it is here, over AMQP when it is not. */
@Singleton
final class QueryRouter implements QueryGateway {

    private final Map<Class<?>, Hop> hops;
    private final LocalQueryGateway here;
    private final RemoteQueryGateway elsewhere;
    private final RemoteSubscriptions subscriptions;
    private final Map<Class<?>, GatherEntry> gathers;
    private final Gatherer gatherer;
    private final Tracing tracing;

    QueryRouter(
            FunctionCatalog catalog,
            LocalQueryGateway here,
            RemoteQueryGateway elsewhere,
            RemoteSubscriptions subscriptions,
            Gatherer gatherer,
            Tracing tracing) {
        this.hops = catalog.queries().stream()
                .collect(Collectors.toUnmodifiableMap(
                        FunctionCatalog.Entry::message, entry -> Hop.here("answer " + entry.key())));
        this.gathers = catalog.gathers().stream()
                .collect(Collectors.toUnmodifiableMap(GatherEntry::message, Function.identity()));
        this.gatherer = gatherer;
        this.here = here;
        this.elsewhere = elsewhere;
        this.subscriptions = subscriptions;
        this.tracing = tracing;
    }

    @Override
    public <R> CompletionStage<Optional<R>> ask(Object query, Class<R> answerType, QueryOptions options) {
        if (gathers.containsKey(query.getClass())) {
            return CompletableFuture.failedStage(
                    new IllegalArgumentException(query.getClass().getName() + " is answered by several: gather it"));
        }
        if (elsewhere.handles(query.getClass())) {
            return elsewhere.ask(query, answerType, options);
        }
        Hop hop = hops.get(query.getClass());
        if (hop == null) {
            return here.ask(query, answerType, options);
        }
        return tracing.within(hop, Map.of(), ignored -> here.ask(query, answerType, options));
    }

    @Override
    public <R> CompletionStage<Gathered<R>> gather(Object query, Class<R> answerType, GatherOptions options) {
        GatherEntry entry = gathers.get(query.getClass());
        if (entry == null) {
            return CompletableFuture.failedStage(
                    new IllegalArgumentException(query.getClass().getName() + " names no responders to gather from"));
        }
        var hop = Hop.here("gather " + entry.key());
        return tracing.within(hop, Map.of(), ignored -> gatherer.gather(entry, query, answerType, options));
    }

    @Override
    public <R> Flow.Publisher<Update<R>> subscribe(Object query, Class<R> answerType, QueryOptions options) {
        return subscriptions.handles(query.getClass())
                ? subscriptions.subscribe(query, answerType, options)
                : here.subscribe(query, answerType, options);
    }
}
