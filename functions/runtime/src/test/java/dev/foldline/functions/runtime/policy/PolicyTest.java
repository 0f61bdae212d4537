package dev.foldline.functions.runtime.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.foldline.eventstore.Commit;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.DeadlineExceededException;
import dev.foldline.functions.Metadata;
import dev.foldline.functions.Reaction;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.UnknownMessageException;
import dev.foldline.functions.runtime.policy.Bets.Complain;
import dev.foldline.functions.runtime.policy.Bets.Contribute;
import dev.foldline.functions.runtime.policy.Bets.Contributing;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of an event and of the commands that come of it, whatever the answers are. */
@Timeout(60)
class PolicyTest {

    private final Casino casino = new Casino();
    private final Gateway gateway = new Gateway();
    private final Contributing policy = new Contributing();

    @AfterEach
    void close() {
        casino.close();
    }

    @Test
    void every_event_is_reacted_to_in_the_order_of_its_partition_announced_or_not() {
        casino.place(0, 1, 2);
        try (var process = PolicyProcess.start(casino, policy, gateway, PolicyProcess.OFTEN)) {
            await().until(() -> gateway.sent().size() == 2);
            process.announce(0, casino.place(0, 3)).join();
            casino.place(0, 4);
            await().until(() -> casino.checkpoint(policy, 0) == 3);
            assertThat(gateway.commands())
                    .extracting(command -> ((Contribute) command).amount())
                    .containsExactly(1L, 2L, 3L, 4L);
            assertThat(process.count("events")).isEqualTo(4);
        }
    }

    @Test
    void each_command_has_an_id_of_its_own_that_is_a_uuid_of_version_7_with_the_time_of_the_event() {
        Contributing twice = policy.reacting(
                event -> List.of(Reaction.send(new Contribute("a", 1)), Reaction.send(new Contribute("a", 1))));
        casino.place(0, 1, 1);
        casino.place(0, 1);
        Instant time = Instant.parse("2027-01-15T08:00:00.123456Z");
        casino.place(1, time, Map.of(), 1, 1);
        try (var process = PolicyProcess.start(casino, twice, gateway, PolicyProcess.NEVER)) {
            await().until(() -> gateway.sent().size() == 10);
            assertThat(new HashSet<>(gateway.ids())).hasSize(10);
            assertThat(gateway.ids()).allSatisfy(id -> {
                assertThat(id.version()).isEqualTo(7);
                assertThat(id.variant()).isEqualTo(2);
            });
            assertThat(gateway.ids())
                    .filteredOn(id -> id.getMostSignificantBits() >>> 16 == time.toEpochMilli())
                    .hasSize(4);
            assertThat(process.failures()).isEmpty();
        }
    }

    @Test
    void correlation_actor_and_trace_are_passed_on_and_the_event_is_the_cause() {
        Map<String, String> known = Map.of(
                Metadata.CORRELATION, "visit-1",
                Metadata.CAUSATION, "before",
                Metadata.ACTOR, "p-1",
                Metadata.TRACE_PARENT, "00-aa-bb-01");
        casino.place(2, Instant.EPOCH, known, 1);
        Commit bare = casino.place(2, 1);
        try (var process = PolicyProcess.start(casino, policy, gateway, PolicyProcess.NEVER)) {
            await().until(() -> gateway.sent().size() == 2);
            assertThat(gateway.sent().get(0).options().metadata())
                    .containsEntry(Metadata.CORRELATION, "visit-1")
                    .containsEntry(Metadata.CAUSATION, "bet/2@1")
                    .containsEntry(Metadata.ACTOR, "p-1")
                    .containsEntry(Metadata.TRACE_PARENT, "00-aa-bb-01");
            assertThat(gateway.sent().get(1).options().metadata())
                    .containsOnly(
                            Map.entry(Metadata.CORRELATION, bare.commandId().toString()),
                            Map.entry(Metadata.CAUSATION, "bet/2@2"));
            assertThat(process.failures()).isEmpty();
        }
    }

    @Test
    void a_refusal_is_counted_and_answered_by_the_policy_and_the_next_event_follows() {
        gateway.answer(sent -> CompletableFuture.completedStage(
                sent.command() instanceof Contribute contribute && contribute.amount() == 13
                        ? new CommandAnswer.Rejected("unlucky", "13 is refused")
                        : Gateway.ACCEPTED));
        casino.place(0, 13, 1);
        try (var process = PolicyProcess.start(casino, policy, gateway, PolicyProcess.NEVER)) {
            await().until(() -> casino.checkpoint(policy, 0) == 1);
            assertThat(gateway.commands())
                    .containsExactly(
                            new Contribute(casino.bet(0), 13),
                            new Complain("unlucky"),
                            new Contribute(casino.bet(0), 1));
            assertThat(new HashSet<>(gateway.ids())).hasSize(3);
            assertThat(process.count("refused")).isEqualTo(1);
        }
    }

    @Test
    void a_refusal_of_what_came_of_a_refusal_is_counted_and_that_is_all() {
        gateway.answer(
                sent -> CompletableFuture.completedStage(new CommandAnswer.Rejected("never", "nothing is taken")));
        casino.place(0, 1);
        try (var process = PolicyProcess.start(casino, policy, gateway, PolicyProcess.NEVER)) {
            await().until(() -> casino.checkpoint(policy, 0) == 1);
            assertThat(gateway.sent()).hasSize(2);
            assertThat(process.count("refused")).isEqualTo(2);
        }
    }

    @Test
    void a_command_without_a_decision_is_sent_again_with_the_same_id_and_nothing_overtakes_it() {
        var attempts = new AtomicInteger();
        gateway.answer(sent -> switch (attempts.incrementAndGet()) {
            case 1, 2 -> CompletableFuture.completedStage(new CommandAnswer.Contended(3));
            case 3 -> CompletableFuture.failedStage(new UnavailableException("away", null));
            case 4 -> CompletableFuture.failedStage(new DeadlineExceededException("late"));
            default -> CompletableFuture.completedStage(Gateway.ACCEPTED);
        });
        casino.place(0, 1);
        casino.place(0, 2);
        try (var process = PolicyProcess.start(casino, policy, gateway, PolicyProcess.NEVER)) {
            await().until(() -> casino.checkpoint(policy, 0) == 2);
            assertThat(gateway.ids().subList(0, 5)).containsOnly(gateway.ids().getFirst());
            assertThat(gateway.commands())
                    .extracting(command -> ((Contribute) command).amount())
                    .containsExactly(1L, 1L, 1L, 1L, 1L, 2L);
            assertThat(process.failures()).isEmpty();
        }
    }

    @Test
    void what_was_done_before_something_went_away_is_not_done_again() {
        var away = new CompletableFuture<CommandAnswer>();
        gateway.answer(sent -> ((Contribute) sent.command()).amount() == 2
                ? away.isDone()
                        ? CompletableFuture.completedStage(Gateway.ACCEPTED)
                        : CompletableFuture.failedStage(new UnavailableException("away", null))
                : CompletableFuture.completedStage(Gateway.ACCEPTED));
        casino.place(0, 1);
        casino.place(0, 2);
        try (var process = PolicyProcess.start(casino, policy, gateway, PolicyProcess.NEVER)) {
            await().until(() -> gateway.sent().size() >= 3);
            assertThat(casino.checkpoint(policy, 0)).isEqualTo(1);
            away.complete(Gateway.ACCEPTED);
            await().until(() -> casino.checkpoint(policy, 0) == 2);
            assertThat(gateway.commands().stream().filter(new Contribute(casino.bet(0), 1)::equals))
                    .hasSize(1);
            assertThat(process.failures()).isEmpty();
        }
    }

    @Test
    void a_command_that_can_never_be_executed_stops_its_partition_and_says_so() {
        gateway.answer(sent -> ((Contribute) sent.command()).amount() == 13
                ? CompletableFuture.failedStage(UnknownMessageException.command("casino", "contribute"))
                : CompletableFuture.completedStage(Gateway.ACCEPTED));
        casino.place(0, 1);
        casino.place(0, 13);
        casino.place(0, 1);
        casino.place(1, 1);
        try (var process = PolicyProcess.start(casino, policy, gateway, PolicyProcess.OFTEN)) {
            await().untilAsserted(() -> assertThat(process.failures())
                    .singleElement()
                    .asString()
                    .contains("casino/contribute", "bet/0@2", "unknown-command"));
            await().until(() -> casino.checkpoint(policy, 1) == 1);
            assertThat(casino.checkpoint(policy, 0)).isEqualTo(1);
        }
    }

    @Test
    void a_policy_that_cannot_react_stops_its_partition_and_says_so() {
        Contributing broken = policy.reacting(event -> {
            throw new IllegalStateException("broken");
        });
        casino.place(0, 1);
        try (var process = PolicyProcess.start(casino, broken, gateway, PolicyProcess.OFTEN)) {
            await().untilAsserted(() ->
                    assertThat(process.failures()).singleElement().asString().contains("casino/contribute", "bet/0@1"));
            assertThat(casino.checkpoint(policy, 0)).isEqualTo(-1);
        }
    }

    @Test
    void a_policy_may_react_to_nothing_that_was_there_before_it() {
        Contributing young = policy.sinceDeployed();
        casino.place(0, 1);
        try (var first = PolicyProcess.start(casino, young, gateway, PolicyProcess.OFTEN)) {
            await().until(() -> casino.checkpoint(young, 0) == 1 && casino.checkpoint(young, 3) == 0);
            assertThat(first.failures()).isEmpty();
        }
        casino.place(0, 2);
        casino.place(3, 3);
        try (var second = PolicyProcess.start(casino, young, gateway, PolicyProcess.OFTEN)) {
            await().until(() -> casino.checkpoint(young, 0) == 2 && casino.checkpoint(young, 3) == 1);
            assertThat(gateway.commands())
                    .containsExactlyInAnyOrder(new Contribute(casino.bet(0), 2), new Contribute(casino.bet(3), 3));
            assertThat(second.failures()).isEmpty();
        }
    }

    @Test
    void a_log_that_was_made_anew_is_named_and_nothing_is_sent() {
        casino.place(0, 1);
        var lost = new dev.foldline.eventstore.CheckpointStore.Checkpoint(UUID.randomUUID(), 1);
        casino.checkpoints()
                .advance("casino", "contribute", casino.log().descriptor().partition(0), lost);
        try (var process = PolicyProcess.start(casino, policy, gateway, PolicyProcess.OFTEN)) {
            await().untilAsserted(() -> assertThat(process.failures())
                    .singleElement()
                    .asString()
                    .startsWith("log-truncated")
                    .contains(lost.log().toString()));
            assertThat(gateway.sent()).isEmpty();
        }
    }
}
