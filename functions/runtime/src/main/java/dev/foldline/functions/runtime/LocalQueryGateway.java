package dev.foldline.functions.runtime;

import dev.foldline.eventstore.Token;
import dev.foldline.functions.GatherOptions;
import dev.foldline.functions.Gathered;
import dev.foldline.functions.QueryFunction;
import dev.foldline.functions.QueryGateway;
import dev.foldline.functions.QueryOptions;
import dev.foldline.functions.UnknownMessageException;
import dev.foldline.functions.Update;
import dev.foldline.functions.runtime.subscribe.LocalSubscriptions;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks the handlers in this process. Thread-safe. */
@Singleton
@Typed(LocalQueryGateway.class)
public final class LocalQueryGateway implements QueryGateway {

    /** What is left for the answer itself after the longest wait for a token. */
    private static final Duration RESERVE = Duration.ofMillis(500);

    private final Map<Class<?>, QueryFunction<?, ?>> functions;
    private final Instance<ConsistencyGate> gate;
    private final LocalSubscriptions subscriptions;
    private final Vertx vertx;

    LocalQueryGateway(
            FunctionCatalog catalog,
            @Any Instance<QueryFunction<?, ?>> functions,
            Instance<ConsistencyGate> gate,
            LocalSubscriptions subscriptions,
            Vertx vertx) {
        Map<Class<?>, QueryFunction<?, ?>> byClass =
                functions.stream().collect(Collectors.toMap(Object::getClass, Function.identity()));
        this.functions = catalog.queries().stream()
                .collect(Collectors.toUnmodifiableMap(
                        FunctionCatalog.Entry::message, entry -> byClass.get(entry.function())));
        this.gate = gate;
        this.subscriptions = subscriptions;
        this.vertx = vertx;
    }

    /** Whether a query of this class is handled in this process. */
    public boolean handles(Class<?> query) {
        return functions.containsKey(query);
    }

    @Override
    @SuppressWarnings("unchecked") // the catalog holds each function under its query's class
    public <R> CompletionStage<Optional<R>> ask(Object query, Class<R> answerType, QueryOptions options) {
        var function = (QueryFunction<Object, R>) functions.get(query.getClass());
        if (function == null) {
            return CompletableFuture.failedStage(UnknownMessageException.query(query));
        }
        CompletionStage<Optional<R>> answer = SafeContext.call(
                vertx, () -> await(function.projection(), options).thenCompose(ignored -> function.answer(query)));
        return Deadlines.within(answer.toCompletableFuture(), options.timeout(), "the query was not answered in time");
    }

    @Override
    public <R> CompletionStage<Gathered<R>> gather(Object query, Class<R> answerType, GatherOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    @SuppressWarnings("unchecked") // the catalog holds each function under its query's class
    public <R> Flow.Publisher<Update<R>> subscribe(Object query, Class<R> answerType, QueryOptions options) {
        return (Flow.Publisher<Update<R>>) (Flow.Publisher<?>) subscriptions.subscribe(query, options);
    }

    private CompletionStage<Void> await(String projection, QueryOptions options) {
        if (options.consistency().equals(Token.NONE)) {
            return CompletableFuture.completedStage(null);
        }
        Duration wait = options.timeout().minus(RESERVE);
        return gate.get().await(projection, options.consistency(), wait.isPositive() ? wait : options.timeout());
    }
}
