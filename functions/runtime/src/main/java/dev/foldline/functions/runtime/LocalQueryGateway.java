package dev.foldline.functions.runtime;

import dev.foldline.eventstore.Token;
import dev.foldline.functions.QueryFunction;
import dev.foldline.functions.QueryOptions;
import dev.foldline.functions.UnknownMessageException;
import dev.foldline.functions.Update;
import dev.foldline.functions.runtime.subscribe.LocalSubscriptions;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Asks the handlers in this process. Thread-safe. */
@Singleton
public final class LocalQueryGateway {

    private final Map<Class<?>, QueryFunction<?, ?>> functions;
    private final Map<Class<?>, Map<String, QueryFunction<?, ?>>> responders;
    private final Supplier<ConsistencyGate> gate;
    private final Supplier<LocalSubscriptions> subscriptions;
    private final Vertx vertx;

    @Inject
    LocalQueryGateway(
            FunctionCatalog catalog,
            @Any Instance<QueryFunction<?, ?>> functions,
            Instance<ConsistencyGate> gate,
            LocalSubscriptions subscriptions,
            Vertx vertx) {
        this(catalog, functions.stream().toList(), gate::get, () -> subscriptions, vertx);
    }

    LocalQueryGateway(
            FunctionCatalog catalog,
            List<QueryFunction<?, ?>> functions,
            Supplier<ConsistencyGate> gate,
            Supplier<LocalSubscriptions> subscriptions,
            Vertx vertx) {
        Map<Class<?>, QueryFunction<?, ?>> byClass =
                functions.stream().collect(Collectors.toMap(Object::getClass, Function.identity()));
        this.functions = catalog.queries().stream()
                .collect(Collectors.toUnmodifiableMap(
                        FunctionCatalog.Entry::message, entry -> byClass.get(entry.function())));
        this.responders = catalog.gathers().stream()
                .collect(Collectors.toUnmodifiableMap(
                        FunctionCatalog.GatherEntry::message, entry -> responders(entry, byClass)));
        this.gate = gate;
        this.subscriptions = subscriptions;
        this.vertx = vertx;
    }

    /** Asks as {@link dev.foldline.functions.QueryGateway#ask} does. */
    @SuppressWarnings("unchecked") // the catalog holds each function under its query's class
    public <R> CompletionStage<Optional<R>> ask(Object query, Class<R> answerType, QueryOptions options) {
        var function = (QueryFunction<Object, R>) functions.get(query.getClass());
        if (function == null) {
            return CompletableFuture.failedStage(UnknownMessageException.query(query));
        }
        return ask(function, query, options);
    }

    /**
     * Asks one of those who answer a query in part.
     *
     * @param responder one that answers in this process
     */
    @SuppressWarnings("unchecked") // the catalog holds each function under its query's class
    public <R> CompletionStage<Optional<R>> askResponder(Object query, String responder, QueryOptions options) {
        var function = (QueryFunction<Object, R>)
                responders.getOrDefault(query.getClass(), Map.of()).get(responder);
        return function == null
                ? CompletableFuture.failedStage(UnknownMessageException.query(query))
                : ask(function, query, options);
    }

    private <R> CompletionStage<Optional<R>> ask(
            QueryFunction<Object, R> function, Object query, QueryOptions options) {
        CompletionStage<Optional<R>> answer = SafeContext.call(
                vertx, () -> await(function.projection(), options).thenCompose(ignored -> function.answer(query)));
        return Deadlines.within(answer.toCompletableFuture(), options.timeout(), "the query was not answered in time");
    }

    /** Subscribes as {@link dev.foldline.functions.QueryGateway#subscribe} does. */
    @SuppressWarnings("unchecked") // the catalog holds each function under its query's class
    public <R> Flow.Publisher<Update<R>> subscribe(Object query, Class<R> answerType, QueryOptions options) {
        return (Flow.Publisher<Update<R>>)
                (Flow.Publisher<?>) subscriptions.get().subscribe(query, options);
    }

    private static Map<String, QueryFunction<?, ?>> responders(
            FunctionCatalog.GatherEntry entry, Map<Class<?>, QueryFunction<?, ?>> byClass) {
        return entry.functions().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, one -> byClass.get(one.getValue())));
    }

    private CompletionStage<Void> await(String projection, QueryOptions options) {
        return options.consistency().equals(Token.NONE)
                ? CompletableFuture.completedStage(null)
                : gate.get().await(projection, options);
    }
}
