package dev.foldline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private static final Duration NOT_AT_ALL = Duration.ZERO;
    private static final long STALL_NANOS = Duration.ofMillis(200).toNanos();

    private final SentCommands sent = new SentCommands();

    /** Answers at once what {@code status} says of the n-th command, from 1. */
    private abstract static class Answering implements Sender {

        private int number;

        abstract int status(int n);

        @Override
        public void send(BenchCommand command, IntConsumer answered) {
            answered.accept(status(++number));
        }

        @Override
        public void close() {}
    }

    @Test
    void everybody_who_has_to_wait_while_the_system_stalls_is_counted() {
        var stalling = new Answering() {
            @Override
            int status(int n) {
                if (n == 100) {
                    stall();
                }
                return ACCEPTED;
            }
        };

        Measurement measured = run(stalling, 1_000, NOT_AT_ALL, Duration.ofMillis(500));

        assertThat(measured.sent()).isEqualTo(500);
        assertThat(measured.accepted()).isEqualTo(500);
        // 200 of 500 were due meanwhile. A client that had waited would have counted one, which is no 99th percentile.
        assertThat(measured.latencyMillis().p99()).isGreaterThan(150);
        assertThat(measured.latencyMillis().max()).isGreaterThanOrEqualTo(200);
        assertThat(measured.overloaded()).isFalse();
    }

    @Test
    void what_was_refused_is_counted_and_not_timed() {
        var refusing = new Answering() {
            @Override
            int status(int n) {
                if (n % 2 == 0) {
                    return 503;
                }
                return ACCEPTED;
            }
        };

        Measurement measured = run(refusing, 1_000, NOT_AT_ALL, Duration.ofMillis(100));

        assertThat(measured.sent()).isEqualTo(100);
        assertThat(measured.accepted()).isEqualTo(50);
        assertThat(sent.open()).hasSize(50);
        assertThat(sent.accepted()).hasSize(50);
    }

    @Test
    void what_is_sent_to_warm_up_does_not_count() {
        var answering = new Answering() {
            @Override
            int status(int n) {
                return ACCEPTED;
            }
        };

        Measurement measured = run(answering, 1_000, Duration.ofMillis(100), Duration.ofMillis(50));

        assertThat(measured.sent()).isEqualTo(50);
        assertThat(measured.accepted()).isEqualTo(50);
        assertThat(sent.accepted()).hasSize(150);
    }

    private Measurement run(Sender sender, int perSecond, Duration warmUp, Duration measured) {
        return new OpenLoop(sender, sent, perSecond, warmUp, measured).run("test", () -> BenchCommand.deposit("w-1"));
    }

    private static void stall() {
        long end = System.nanoTime() + STALL_NANOS;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
