package dev.foldline.functions.runtime.amqp;

import dev.foldline.functions.DeadlineExceededException;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.runtime.Backoff;
import dev.foldline.functions.runtime.edge.Problem;
import dev.foldline.functions.runtime.edge.Reply;
import dev.foldline.functions.runtime.subscribe.Latest;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * One subscription at other processes, one lease after the other: each begins with the last token, so it does not matter how
 * the one before has ended. A fault that may pass is told only when it comes first or lasts. Thread-safe.
 */
final class LeasedStream {

    /**
     * What leases have in common.
     *
     * @param lease how long one is
     * @param patience how long a fault may last
     */
    record Terms(Duration lease, Duration patience) {}

    /** Sends requests for leases. */
    interface Requests {

        /** Asks for a lease; returns under which id it is answered, and never calls the stream at once. */
        String send(LeasedStream stream, String token, Duration lease);

        /** The lease is over. */
        void forget(String id);
    }

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** What a lease's last message may take. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final Latest<Reply> latest;
    private final Terms terms;
    private final Duration firstAnswer;
    private final Requests requests;
    private String token = "";
    private String id = "";
    private boolean answered;
    private long timer = -1;
    private long askedNanos;
    private long goodNanos = System.nanoTime();
    private final Backoff backoff = new Backoff();

    /**
     * A stream that has not begun.
     *
     * @param firstAnswer how long a lease may take to be answered
     */
    LeasedStream(Vertx vertx, Latest<Reply> latest, Terms terms, Duration firstAnswer, Requests requests) {
        this.vertx = vertx;
        this.latest = latest;
        this.terms = terms;
        this.firstAnswer = firstAnswer;
        this.requests = requests;
    }

    void begin(String from) {
        synchronized (this) {
            token = from;
        }
        ask();
    }

    private synchronized void ask() {
        if (latest.hasEnded()) {
            return;
        }
        answered = false;
        askedNanos = System.nanoTime();
        id = requests.send(this, token, terms.lease());
        String asked = id;
        after(firstAnswer, () -> failed(asked, tooLate()));
    }

    /** An answer to the request of this id. */
    void hear(String answeredId, Reply reply) {
        switch (reply.status()) {
            case 200 -> next(answeredId, reply);
            case 204 -> renew(answeredId);
            default -> failed(answeredId, reply);
        }
    }

    private void next(String answeredId, Reply reply) {
        synchronized (this) {
            if (!answeredId.equals(id)) {
                return;
            }
            token = reply.headers().getOrDefault(Reply.CONSISTENCY_TOKEN, token);
            goodNanos = System.nanoTime();
            backoff.reset();
            if (!answered) {
                answered = true;
                after(untilOver(), () -> renew(answeredId));
            }
        }
        latest.offer(reply);
    }

    private Duration untilOver() {
        return terms.lease().plus(GRACE).minusNanos(System.nanoTime() - askedNanos);
    }

    private synchronized void renew(String endedId) {
        if (endedId.equals(id)) {
            goodNanos = answered ? System.nanoTime() : goodNanos;
            forget();
            boolean early = System.nanoTime() - askedNanos < GRACE.toNanos();
            after(early ? backoff.next(LONGEST_PAUSE) : Duration.ZERO, this::ask);
        }
    }

    /** The request of this id, or its answers, are lost with the connection. */
    void lost(String lostId) {
        failed(lostId, Problem.reply(new UnavailableException("the broker cannot be reached", null)));
    }

    private static Reply tooLate() {
        return Problem.reply(new DeadlineExceededException("no handler has answered in time"));
    }

    private void failed(String failedId, Reply problem) {
        synchronized (this) {
            if (!failedId.equals(id)) {
                return;
            }
            forget();
            if (mayPass(problem)) {
                after(backoff.next(LONGEST_PAUSE), this::ask);
                return;
            }
        }
        latest.end(problem);
    }

    private boolean mayPass(Reply problem) {
        return (problem.status() == 503 || problem.status() == 504)
                && latest.isAnswered()
                && System.nanoTime() - goodNanos < terms.patience().toNanos();
    }

    /** Nobody wants more. */
    synchronized void end() {
        forget();
        vertx.cancelTimer(timer);
    }

    private void forget() {
        requests.forget(id);
        id = "";
    }

    private void after(Duration wait, Runnable action) {
        vertx.cancelTimer(timer);
        timer = vertx.setTimer(Math.max(1, wait.toMillis()), ignored -> action.run());
    }
}
