package dev.foldline.functions.runtime.subscribe;

import dev.foldline.functions.DeadlineExceededException;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.Update;
import dev.foldline.functions.runtime.Backoff;
import dev.foldline.functions.runtime.Causes;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One question that any number of subscribers share: it is asked once at a time, and again when what it is answered from has
 * changed since it was asked. A fault that may pass is not told to those who have an answer, unless it lasts. Thread-safe.
 */
final class Topic {

    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private enum State {
        /** The last answer is right, as far as is known. */
        SETTLED,
        /** It will be asked. */
        DUE,
        /** It is being asked. */
        ASKING,
        /** It is being asked, and that may be too early: it will be asked again. */
        OVERTAKEN
    }

    private final Vertx vertx;
    private final AskQueue queue;
    private final Duration patience;
    private final Supplier<CompletionStage<Update<Object>>> question;

    /** With each subscriber, the number of the first asking whose answer is good for it. */
    private final Map<Latest<Update<Object>>, Long> subscribers = new LinkedHashMap<>();

    private State state = State.SETTLED;
    private long askings;
    private long askedNanos;
    private boolean failing;
    private long failingSinceNanos;
    private final Backoff backoff = new Backoff();

    /**
     * A topic without subscribers.
     *
     * @param patience how long a fault may last before everybody is told
     */
    Topic(Vertx vertx, AskQueue queue, Duration patience, Supplier<CompletionStage<Update<Object>>> question) {
        this.vertx = vertx;
        this.queue = queue;
        this.patience = patience;
        this.question = question;
    }

    /** Adds a subscriber, whose first answer is one that is asked for from now on. */
    void join(Latest<Update<Object>> subscriber) {
        synchronized (this) {
            subscribers.put(subscriber, askings + 1);
        }
        changed();
    }

    /** Removes a subscriber; returns whether nobody is left. */
    synchronized boolean leave(Latest<Update<Object>> subscriber) {
        subscribers.remove(subscriber);
        return subscribers.isEmpty();
    }

    /** What it is answered from has changed, or may have. */
    void changed() {
        Duration wait;
        synchronized (this) {
            if (state != State.SETTLED) {
                state = state == State.ASKING ? State.OVERTAKEN : state;
                return;
            }
            state = State.DUE;
            wait = untilNextInterval();
        }
        askAfter(wait);
    }

    private Duration untilNextInterval() {
        return askings == 0 ? Duration.ZERO : SHORTEST_INTERVAL.minusNanos(System.nanoTime() - askedNanos);
    }

    private void askAfter(Duration wait) {
        if (wait.isPositive()) {
            vertx.setTimer(Math.max(1, wait.toMillis()), timer -> queue.ask(this::ask));
        } else {
            queue.ask(this::ask);
        }
    }

    private void ask() {
        long number;
        synchronized (this) {
            state = State.ASKING;
            number = ++askings;
            askedNanos = System.nanoTime();
        }
        question.get().whenComplete((update, fault) -> {
            queue.answered();
            if (update != null) {
                waitingFor(number).forEach(subscriber -> subscriber.offer(update));
                next(null);
            } else {
                failed(number, fault);
            }
        });
    }

    private synchronized List<Latest<Update<Object>>> waitingFor(long number) {
        return subscribers.entrySet().stream()
                .filter(entry -> entry.getValue() <= number)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void failed(long number, Throwable fault) {
        Throwable cause = Causes.of(fault);
        boolean passes = cause instanceof UnavailableException || cause instanceof DeadlineExceededException;
        if (passes && !isLasting()) {
            waitingFor(number).forEach(subscriber -> subscriber.failUnlessAnswered(cause));
        } else {
            waitingFor(number).forEach(subscriber -> subscriber.fail(cause));
        }
        next(cause);
    }

    private synchronized boolean isLasting() {
        if (!failing) {
            failing = true;
            failingSinceNanos = System.nanoTime();
        }
        return System.nanoTime() - failingSinceNanos >= patience.toNanos();
    }

    /** Asks again when that is called for: after a fault always, since its question is still open. */
    private void next(@Nullable Throwable fault) {
        Duration wait;
        synchronized (this) {
            failing &= fault != null;
            if (subscribers.isEmpty() || (fault == null && state == State.ASKING)) {
                state = State.SETTLED;
                backoff.reset();
                return;
            }
            state = State.DUE;
            if (fault == null) {
                backoff.reset();
                wait = untilNextInterval();
            } else {
                wait = backoff.next(LONGEST_PAUSE);
            }
        }
        askAfter(wait);
    }
}
