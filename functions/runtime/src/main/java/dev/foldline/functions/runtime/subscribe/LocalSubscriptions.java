package dev.foldline.functions.runtime.subscribe;

import dev.foldline.eventstore.Token;
import dev.foldline.functions.DeadlineExceededException;
import dev.foldline.functions.QueryFunction;
import dev.foldline.functions.QueryOptions;
import dev.foldline.functions.UnknownMessageException;
import dev.foldline.functions.Update;
import dev.foldline.functions.runtime.Causes;
import dev.foldline.functions.runtime.ConsistencyGate;
import dev.foldline.functions.runtime.Deadlines;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.RowChanges;
import dev.foldline.functions.runtime.SafeContext;
import io.quarkus.arc.All;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Subscribes to the answers of the handlers in this process. Thread-safe. */
@Singleton
public final class LocalSubscriptions {

    /** How many questions are asked at a time: others want connections to the database, too. */
    private static final int MOST_QUESTIONS = 8;

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    private final Map<Class<?>, QueryFunction<?, ?>> functions;
    private final Supplier<ConsistencyGate> gate;
    private final Supplier<RowChanges> changes;
    private final OpenSubscriptions open;
    private final Vertx vertx;
    private final Duration patience;
    private final AskQueue queue = new AskQueue(MOST_QUESTIONS);
    private final Map<String, ProjectionTopics> topics = new ConcurrentHashMap<>();

    @Inject
    LocalSubscriptions(
            FunctionCatalog catalog,
            @All List<QueryFunction<?, ?>> functions,
            Instance<ConsistencyGate> gate,
            Instance<RowChanges> changes,
            OpenSubscriptions open,
            Vertx vertx,
            @ConfigProperty(name = "foldline.subscription.patience", defaultValue = "30s") Duration patience) {
        this(catalog, functions, gate::get, changes::get, open, vertx, patience);
    }

    /** With what may not be there until it is needed. */
    LocalSubscriptions(
            FunctionCatalog catalog,
            List<QueryFunction<?, ?>> functions,
            Supplier<ConsistencyGate> gate,
            Supplier<RowChanges> changes,
            OpenSubscriptions open,
            Vertx vertx,
            Duration patience) {
        Map<Class<?>, QueryFunction<?, ?>> byClass =
                functions.stream().collect(Collectors.toMap(Object::getClass, Function.identity()));
        this.functions = catalog.queries().stream()
                .collect(Collectors.toUnmodifiableMap(
                        FunctionCatalog.Entry::message, entry -> byClass.get(entry.function())));
        this.gate = gate;
        this.changes = changes;
        this.open = open;
        this.vertx = vertx;
        this.patience = patience;
    }

    /** Subscribes as {@link dev.foldline.functions.QueryGateway#subscribe} does. */
    @SuppressWarnings("unchecked") // the catalog holds each function under its query's class
    public Flow.Publisher<Update<Object>> subscribe(Object query, QueryOptions options) {
        var function = (QueryFunction<Object, Object>) functions.get(query.getClass());
        return subscriber -> {
            var subscription = new Latest<Update<Object>>(
                    subscriber, (before, after) -> before.answer().equals(after.answer()));
            subscriber.onSubscribe(subscription);
            if (function == null) {
                subscription.fail(UnknownMessageException.query(query));
            } else {
                open(function, query, options, subscription);
            }
        };
    }

    private void open(
            QueryFunction<Object, Object> function,
            Object query,
            QueryOptions options,
            Latest<Update<Object>> subscription) {
        try {
            open.add(subscription);
            join(function, query, options, subscription);
        } catch (RuntimeException e) {
            subscription.fail(e);
        }
    }

    private void join(
            QueryFunction<Object, Object> function,
            Object query,
            QueryOptions options,
            Latest<Update<Object>> subscription) {
        Optional<String> rowId = function.rowId(query);
        ProjectionTopics rows = topics(function.projection());
        vertx.setTimer(
                Math.max(1, options.timeout().toMillis()),
                timer -> subscription.failUnlessAnswered(
                        new DeadlineExceededException("the query was not answered in time")));
        await(function.projection(), options).whenComplete((ready, fault) -> {
            if (fault != null) {
                subscription.fail(Causes.of(fault));
            } else {
                rows.join(query, rowId, () -> topic(function, query), subscription);
            }
        });
    }

    private CompletionStage<Void> await(String projection, QueryOptions options) {
        return options.consistency().equals(Token.NONE)
                ? CompletableFuture.completedStage(null)
                : SafeContext.call(vertx, () -> gate.get().await(projection, options));
    }

    private ProjectionTopics topics(String projection) {
        return topics.computeIfAbsent(projection, name -> new ProjectionTopics(name, changes.get()));
    }

    private Topic topic(QueryFunction<Object, Object> function, Object query) {
        Supplier<CompletionStage<Update<Object>>> question = () -> Deadlines.within(
                SafeContext.call(vertx, () -> answer(function, query)).toCompletableFuture(),
                LONGEST_ANSWER,
                "the query was not answered in time");
        return new Topic(vertx, queue, patience, question);
    }

    /** Where the projection is is read first: the answer is that far, at least. */
    private CompletionStage<Update<Object>> answer(QueryFunction<Object, Object> function, Object query) {
        return gate.get().reached(function.projection()).thenCompose(token -> function.answer(query)
                .thenApply(answer -> new Update<>(answer, token)));
    }
}
