package dev.foldline.functions.runtime.subscribe;

import dev.foldline.eventstore.Token;
import dev.foldline.functions.Query;
import dev.foldline.functions.QueryFunction;
import dev.foldline.functions.runtime.ConsistencyGate;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.RowChanges;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicLong;

/** Rows in memory that tell of their changes, and the query for one of them. */
public final class MemoryRows implements ConsistencyGate, RowChanges {

    /** Asks for the number of that name. */
    @Query(context = "test", name = "number")
    public record FindNumber(String name) {}

    /** The same query in a contract that another process has. */
    @Query(context = "test", name = "number")
    public record AskForNumber(String name) {}

    public record Found(long number) {}

    private final Map<String, Long> rows = new ConcurrentHashMap<>();
    private final Set<Listener> listeners = new CopyOnWriteArraySet<>();
    private final AtomicLong position = new AtomicLong();

    /** Changes a row and tells. */
    public void put(String name, long number) {
        rows.put(name, number);
        position.incrementAndGet();
        listeners.forEach(listener -> listener.changed(Set.of(name)));
    }

    /** All who listen have died. */
    public void abandon() {
        listeners.clear();
    }

    /** How many listen. */
    public int listeners() {
        return listeners.size();
    }

    /** What a process that answers the query has for subscriptions. */
    public LocalSubscriptions subscriptions(FunctionCatalog catalog, Vertx vertx, OpenSubscriptions open) {
        return new LocalSubscriptions(
                catalog, List.of(new NumberFunction()), () -> this, () -> this, open, vertx, Duration.ofSeconds(30));
    }

    /** A process's count of subscriptions. */
    public static OpenSubscriptions open(int most) {
        return new OpenSubscriptions(most, new SimpleMeterRegistry());
    }

    @Override
    public CompletionStage<Void> await(String projection, Token token, Duration timeout) {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Token> reached(String projection) {
        long reached = position.get();
        return CompletableFuture.completedStage(reached == 0 ? Token.NONE : Token.parse("numbers/0@" + reached));
    }

    @Override
    public Runnable listen(String projection, Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Answers from the rows. */
    public final class NumberFunction implements QueryFunction<FindNumber, Found> {

        @Override
        public String projection() {
            return "numbers";
        }

        @Override
        public Optional<String> rowId(FindNumber query) {
            return Optional.of(query.name());
        }

        @Override
        public CompletionStage<Optional<Found>> answer(FindNumber query) {
            return CompletableFuture.completedStage(
                    Optional.ofNullable(rows.get(query.name())).map(Found::new));
        }
    }
}
