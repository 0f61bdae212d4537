package dev.foldline.functions.runtime.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.foldline.eventstore.DeadlineStore.Owner;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.Metadata;
import dev.foldline.functions.Reaction;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.UnknownMessageException;
import dev.foldline.functions.runtime.policy.Bets.Contributing;
import dev.foldline.functions.runtime.policy.Bets.Placed;
import dev.foldline.functions.runtime.policy.Bets.Remind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A bet of 1 schedules a reminder an hour later, one of 2 an hour after that, and one of 0 calls it off. */
@Timeout(60)
class DeadlineTest {

    private static final Instant START = Instant.parse("2026-01-02T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Casino casino = new Casino();
    private final Gateway gateway = new Gateway();
    private final MovableClock clock = new MovableClock(START);
    private final Contributing policy = new Contributing().reacting(DeadlineTest::remind);

    private static List<Reaction> remind(RecordedEvent<Placed> event) {
        String bet = event.aggregate().id();
        long hours = event.event().stake();
        return List.of(
                hours == 0
                        ? Reaction.cancel(bet)
                        : Reaction.schedule(
                                bet, new Remind(bet, START.plus(HOUR)), START.plus(HOUR.multipliedBy(hours))));
    }

    @AfterEach
    void close() {
        casino.close();
    }

    private PolicyProcess start() {
        return PolicyProcess.start(casino, policy, gateway, clock, PolicyProcess.OFTEN);
    }

    private void isHandled(long position) {
        await().until(() -> casino.checkpoint(policy, 0) == position);
    }

    @Test
    void a_command_is_sent_once_when_its_time_has_come_and_not_before() {
        casino.place(0, 1);
        try (var process = start()) {
            isHandled(1);
            clock.set(START.plus(HOUR).minusSeconds(10));
            await().during(Duration.ofMillis(300)).until(() -> gateway.sent().isEmpty());
            clock.set(START.plus(HOUR));
            await().until(() -> !gateway.sent().isEmpty());
            await().during(Duration.ofMillis(300)).until(() -> gateway.sent().size() == 1);
            assertThat(gateway.commands()).containsExactly(new Remind(casino.bet(0), START.plus(HOUR)));
            assertThat(gateway.sent().getFirst().options().metadata()).containsEntry(Metadata.CAUSATION, "bet/0@1");
            assertThat(process.failures()).isEmpty();
        }
    }

    @Test
    void a_deadline_is_moved_by_a_later_event_and_called_off_by_another() {
        casino.place(0, 1);
        casino.place(0, 2);
        try (var process = start()) {
            isHandled(2);
            clock.set(START.plus(HOUR));
            await().during(Duration.ofMillis(300)).until(() -> gateway.sent().isEmpty());
            casino.place(0, 0);
            isHandled(3);
            clock.set(START.plus(HOUR.multipliedBy(3)));
            await().during(Duration.ofMillis(300)).until(() -> gateway.sent().isEmpty());
            assertThat(process.failures()).isEmpty();
        }
    }

    @Test
    void an_event_that_is_handled_again_brings_no_deadline_back() {
        casino.place(0, 1);
        try (var process = start()) {
            isHandled(1);
            clock.set(START.plus(HOUR));
            await().until(() -> gateway.sent().size() == 1);
            await().until(() -> process.count("deadlines") == 1);
        }
        casino.forgetCheckpoints();
        casino.place(0, 0);
        casino.place(1, 1);
        try (var process = start()) {
            isHandled(2);
            await().until(() -> gateway.sent().size() == 2);
            assertThat(gateway.commands().getLast()).isEqualTo(new Remind(casino.bet(1), START.plus(HOUR)));
            await().during(Duration.ofMillis(300)).until(() -> gateway.sent().size() == 2);
            assertThat(process.failures()).isEmpty();
        }
    }

    @Test
    void a_process_that_dies_before_it_has_the_answer_is_followed_by_one_that_asks_with_the_same_id() {
        casino.place(0, 1);
        clock.set(START.plus(HOUR));
        gateway.answer(sent -> new CompletableFuture<>());
        try (var first = start()) {
            await().until(() -> gateway.sent().size() == 1);
            assertThat(first.failures()).isEmpty();
        }
        gateway.answer(sent -> CompletableFuture.completedStage(Gateway.ACCEPTED));
        try (var second = start()) {
            await().until(() -> second.count("deadlines") == 1);
            assertThat(new HashSet<>(gateway.ids())).hasSize(1);
            assertThat(gateway.sent()).hasSize(2);
        }
    }

    @Test
    void what_is_away_is_tried_again_with_the_same_id_and_what_cannot_be_done_holds_nothing_up() {
        var attempts = new AtomicInteger();
        gateway.answer(sent -> {
            if (((Remind) sent.command()).bet().equals(casino.bet(1))) {
                return CompletableFuture.failedStage(UnknownMessageException.command("casino", "remind"));
            }
            return attempts.incrementAndGet() == 1
                    ? CompletableFuture.failedStage(new UnavailableException("away", null))
                    : CompletableFuture.completedStage(Gateway.ACCEPTED);
        });
        casino.place(0, 1);
        casino.place(1, 1);
        clock.set(START.plus(HOUR));
        try (var process = start()) {
            await().until(() -> attempts.get() == 1);
            clock.set(START.plus(HOUR).plusSeconds(10));
            await().until(() -> attempts.get() == 2);
            assertThat(gateway.sent().stream()
                            .filter(sent -> ((Remind) sent.command()).bet().equals(casino.bet(0)))
                            .map(Gateway.Sent::id)
                            .distinct())
                    .hasSize(1);
            assertThat(casino.deadlines().due(owner(), Instant.parse("2100-01-01T00:00:00Z"), 10))
                    .extracting(deadline -> deadline.key())
                    .contains(casino.bet(1));
            assertThat(process.failures()).isEmpty();
        }
    }

    @Test
    void a_refused_deadline_is_counted_and_over() {
        gateway.answer(sent -> CompletableFuture.completedStage(new CommandAnswer.Rejected("too-late", "it is over")));
        casino.place(0, 1);
        clock.set(START.plus(HOUR));
        try (var process = start()) {
            await().until(() -> process.count("deadlines") == 1);
            assertThat(process.count("refused")).isEqualTo(1);
            assertThat(casino.deadlines().due(owner(), Instant.parse("2100-01-01T00:00:00Z"), 10))
                    .isEmpty();
        }
    }

    @Test
    void two_processes_send_a_deadline_with_one_id() {
        casino.place(0, 1);
        casino.place(1, 1);
        try (var first = start();
                var second = start()) {
            await().until(() -> casino.checkpoint(policy, 0) == 1 && casino.checkpoint(policy, 1) == 1);
            clock.set(START.plus(HOUR));
            await().until(() -> first.count("deadlines") + second.count("deadlines") >= 2);
            assertThat(new HashSet<UUID>(gateway.ids())).hasSize(2);
        }
    }

    @Test
    void a_process_that_is_woken_looks_at_once_and_says_when_it_has_looked() {
        casino.place(0, 1);
        try (var process = PolicyProcess.start(casino, policy, gateway, clock, PolicyProcess.NEVER)) {
            isHandled(1);
            assertThat(process.wakeUps()).containsExactly(START.plus(HOUR));
            clock.set(START.plus(HOUR));
            process.wake(START.plus(HOUR)).toCompletableFuture().join();
            assertThat(gateway.sent()).hasSize(1);
        }
    }

    private Owner owner() {
        return new Owner(policy.context(), policy.name());
    }
}
