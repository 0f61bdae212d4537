package dev.foldline.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends commands on a schedule, whether or not earlier ones are answered, and counts an answer's time from the moment that its
 * command was due. So a system that stalls is charged for everybody who waits meanwhile, as it is in life. A client that waits
 * for an answer before it sends the next hides that ("coordinated omission", Gil Tene, "How NOT to Measure Latency", 2013).
 *
 * @param sender sends the commands
 * @param sent remembers them
 * @param perSecond the rate
 * @param warmUp how long it is sent before anything is counted
 * @param measured how long it is counted
 */
record OpenLoop(Sender sender, SentCommands sent, int perSecond, Duration warmUp, Duration measured) {

    /** More commands than this without an answer, and the rate is too high to go on. */
    static final int MOST_UNANSWERED = 20_000;

    private static final long LAST_ANSWER_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final long SHORT_NAP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** Sends the commands, waits for the last answer, and says how it went. */
    Measurement run(String way, Supplier<BenchCommand> commands) {
        var run = new Run(new ConcurrentHistogram(LONGEST_NANOS, 3));
        long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long first = System.nanoTime();
        long counted = first + warmUp.toNanos();
        long end = counted + measured.toNanos();
        for (long due = first; due < end && run.unanswered.get() < MOST_UNANSWERED; due += interval) {
            sleepUntil(due);
            send(commands.get(), due, due >= counted, run);
        }
        awaitAnswers(run);
        return run.measurement(way, perSecond, counted);
    }

    private void send(BenchCommand command, long due, boolean counts, Run run) {
        run.unanswered.incrementAndGet();
        if (counts) {
            run.sent.incrementAndGet();
        }
        sender.send(command, sent.sending(command, status -> {
            long now = System.nanoTime();
            if (counts) {
                run.answered(status, now - due, now);
            }
            run.unanswered.decrementAndGet();
        }));
    }

    private static void sleepUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void awaitAnswers(Run run) {
        long deadline = System.nanoTime() + LAST_ANSWER_NANOS;
        while (run.unanswered.get() > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(SHORT_NAP_NANOS);
        }
    }

    /** What is counted while it runs. */
    private record Run(
            Histogram nanos, AtomicInteger unanswered, AtomicInteger sent, AtomicInteger accepted, AtomicLong last) {

        Run(Histogram nanos) {
            this(nanos, new AtomicInteger(), new AtomicInteger(), new AtomicInteger(), new AtomicLong());
        }

        void answered(int status, long took, long now) {
            if (status == Sender.ACCEPTED) {
                nanos.recordValue(Math.min(took, LONGEST_NANOS));
                accepted.incrementAndGet();
                last.accumulateAndGet(now, Math::max);
            }
        }

        Measurement measurement(String way, int perSecond, long counted) {
            double seconds = Math.max(1, last.get() - counted) / 1e9;
            return new Measurement(
                    way,
                    perSecond,
                    sent.get(),
                    accepted.get(),
                    accepted.get() / seconds,
                    unanswered.get() >= MOST_UNANSWERED,
                    Latency.of(nanos));
        }
    }
}
