package dev.foldline.functions.runtime.subscribe;

import java.util.concurrent.Flow;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Hands a subscriber the latest of what is offered when it asks for more: what was overtaken by then, and what is the same as
 * it got last, is left out. Keeps one item, however slow the subscriber is. Thread-safe.
 */
public final class Latest<T> implements Flow.Subscription {

    private final Flow.Subscriber<? super T> subscriber;
    private final BiPredicate<T, T> same;
    private Runnable release = () -> {};
    private @Nullable T offered;
    private @Nullable T delivered;
    private @Nullable Throwable fault;
    private long demand;
    private boolean answered;
    private boolean ending;
    private boolean ended;
    private boolean delivering;

    /**
     * For this subscriber.
     *
     * @param same whether an item is no news after another
     */
    public Latest(Flow.Subscriber<? super T> subscriber, BiPredicate<T, T> same) {
        this.subscriber = subscriber;
        this.same = same;
    }

    /** Has this run when it has ended, however, after what it was told to run before: at once when it has already. */
    public void whenEnded(Runnable action) {
        synchronized (this) {
            if (!ended) {
                Runnable before = release;
                release = () -> {
                    before.run();
                    action.run();
                };
                return;
            }
        }
        action.run();
    }

    /** There is a later item. */
    public void offer(T item) {
        synchronized (this) {
            if (!ending) {
                answered = true;
                offered = item;
            }
        }
        deliver();
    }

    /** There is a last item; it completes after that. */
    public void end(T item) {
        synchronized (this) {
            if (!ending) {
                ending = true;
                offered = item;
            }
        }
        deliver();
    }

    /** Nothing more will come, for this reason; what was not delivered yet is not any more. */
    public void fail(Throwable cause) {
        synchronized (this) {
            if (fault == null) {
                ending = true;
                fault = cause;
            }
        }
        deliver();
    }

    /** Fails when nothing was ever offered. */
    public void failUnlessAnswered(Throwable cause) {
        if (!isAnswered()) {
            fail(cause);
        }
    }

    /** Whether anything was ever offered. */
    public synchronized boolean isAnswered() {
        return answered;
    }

    /** Whether nothing more will be delivered. */
    public synchronized boolean hasEnded() {
        return ended;
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            fail(new IllegalArgumentException("a subscriber asks for at least one more, not for " + n));
            return;
        }
        synchronized (this) {
            demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
        }
        deliver();
    }

    @Override
    public void cancel() {
        Runnable action;
        synchronized (this) {
            if (ended) {
                return;
            }
            action = finish();
        }
        action.run();
    }

    /** One thread at a time delivers; what others bring meanwhile it delivers, too. */
    private void deliver() {
        synchronized (this) {
            if (delivering) {
                return;
            }
            delivering = true;
        }
        for (Runnable next = next(); next != null; next = next()) {
            next.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        Throwable cause = fault;
        T item = offered;
        if (!ended && cause != null) {
            Runnable released = finish();
            return () -> {
                released.run();
                subscriber.onError(cause);
            };
        }
        if (!ended && item != null && demand > 0) {
            return take(item);
        }
        if (!ended && item == null && ending) {
            Runnable released = finish();
            return () -> {
                released.run();
                subscriber.onComplete();
            };
        }
        delivering = false;
        return null;
    }

    private Runnable take(T item) {
        offered = null;
        T before = delivered;
        if (before != null && same.test(before, item)) {
            return () -> {};
        }
        delivered = item;
        demand--;
        return () -> onNext(item);
    }

    private void onNext(T item) {
        try {
            subscriber.onNext(item);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private Runnable finish() {
        ended = true;
        ending = true;
        offered = null;
        delivered = null;
        Runnable action = release;
        release = () -> {};
        return action;
    }
}
