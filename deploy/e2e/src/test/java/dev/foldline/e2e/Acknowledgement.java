package dev.foldline.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What players wait for, whatever breaks; one that does not come is a defect and ends the test. */
final class Acknowledgement {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private Acknowledgement() {}

    /** Sends a command, each time the same, until it is acknowledged. */
    static Answer of(Supplier<Answer> command) {
        return of(command, Duration.ZERO);
    }

    /** As {@link #of(Supplier)}, after a pause. */
    static Answer of(Supplier<Answer> command, Duration pause) {
        return await("an acknowledgement")
                .atMost(LIMIT.plus(pause))
                .pollDelay(pause)
                .pollInterval(BETWEEN)
                .pollInSameThread()
                .ignoreExceptionsMatching(Acknowledgement::isConnectionLoss)
                .until(command::get, Acknowledgement::isAcknowledged);
    }

    /** Until there are enough of them, or one of those who wait for them has failed. */
    static void awaitEnough(BooleanSupplier enough, List<CompletableFuture<Void>> players) {
        await("enough acknowledgements")
                .atMost(LIMIT.plusMinutes(1))
                .until(() -> enough.getAsBoolean()
                        || players.stream().anyMatch(CompletableFuture::isCompletedExceptionally));
    }

    private static boolean isConnectionLoss(Throwable thrown) {
        return thrown instanceof UncheckedIOException;
    }

    /** Contended: nothing was done. Unavailable, and too late: perhaps it was. */
    private static boolean isAcknowledged(Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isIn(200, 409, 503, 504);
        return answer.status() == 200;
    }
}
