package dev.foldline.projections.test;

import dev.foldline.eventstore.Token;
import dev.foldline.functions.QueryGateway;
import dev.foldline.functions.QueryOptions;
import dev.foldline.functions.Update;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A subscriber that remembers what it has seen. */
public final class Watcher implements Flow.Subscriber<Update<TallyCount>>, AutoCloseable {

    private final List<Update<TallyCount>> seen = new ArrayList<>();
    private final long first;
    private Flow.@Nullable Subscription subscription;
    private @Nullable Throwable fault;

    private Watcher(long first) {
        this.first = first;
    }

    /** Watches everything from now on. */
    public static Watcher watch(QueryGateway gateway, Object query) {
        return watch(gateway, query, Token.NONE, Long.MAX_VALUE);
    }

    /**
     * Watches from the token on.
     *
     * @param first how many updates are asked for, for a start
     */
    public static Watcher watch(QueryGateway gateway, Object query, Token token, long first) {
        var watcher = new Watcher(first);
        gateway.subscribe(query, TallyCount.class, new QueryOptions(token, Duration.ofSeconds(5)))
                .subscribe(watcher);
        return watcher;
    }

    public synchronized List<Update<TallyCount>> seen() {
        return List.copyOf(seen);
    }

    /** The sums that were seen; -1 where there was no counter. */
    public List<Long> sums() {
        return seen().stream()
                .map(update -> update.answer().map(TallyCount::sum).orElse(-1L))
                .toList();
    }

    /** The sum that was seen last; -1 when none was, or there was no counter. */
    public long sum() {
        List<Long> sums = sums();
        return sums.isEmpty() ? -1 : sums.getLast();
    }

    public synchronized @Nullable Throwable fault() {
        return fault;
    }

    public void ask(long more) {
        subscription().request(more);
    }

    @Override
    public void close() {
        subscription().cancel();
    }

    private synchronized Flow.Subscription subscription() {
        return Objects.requireNonNull(subscription);
    }

    @Override
    public void onSubscribe(Flow.Subscription fresh) {
        synchronized (this) {
            subscription = fresh;
        }
        if (first > 0) {
            fresh.request(first);
        }
    }

    @Override
    public synchronized void onNext(Update<TallyCount> update) {
        seen.add(update);
    }

    @Override
    public synchronized void onError(Throwable thrown) {
        fault = thrown;
    }

    @Override
    public void onComplete() {
        onError(new IllegalStateException("completed"));
    }
}
