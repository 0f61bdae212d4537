package dev.foldline.functions.runtime.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.foldline.eventstore.CheckpointStore.Checkpoint;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.DerivedIds;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.Ordering;
import dev.foldline.functions.runtime.policy.Bets.Contribute;
import dev.foldline.functions.runtime.policy.Bets.Contributing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What processes that die, and several at once, do to each other; and in which order they work. */
@Timeout(60)
class PolicyProcessesTest {

    private final Casino casino = new Casino();
    private final Gateway gateway = new Gateway();
    private final Contributing policy = new Contributing();

    @AfterEach
    void close() {
        casino.close();
    }

    @Test
    void a_process_that_dies_before_it_has_the_answer_is_followed_by_one_that_asks_with_the_same_id() {
        casino.place(0, 1);
        casino.place(0, 2);
        gateway.answer(sent -> ((Contribute) sent.command()).amount() == 2
                ? new CompletableFuture<>()
                : CompletableFuture.completedStage(Gateway.ACCEPTED));
        try (var first = PolicyProcess.start(casino, policy, gateway, PolicyProcess.NEVER)) {
            await().until(() -> gateway.sent().size() == 2);
            assertThat(first.failures()).isEmpty();
        }
        List<UUID> ids = gateway.ids();
        gateway.answer(sent -> CompletableFuture.completedStage(Gateway.ACCEPTED));
        try (var second = PolicyProcess.start(casino, policy, gateway, PolicyProcess.NEVER)) {
            await().until(() -> casino.checkpoint(policy, 0) == 2);
            assertThat(gateway.ids().getLast()).isEqualTo(ids.getLast());
            assertThat(new HashSet<>(gateway.ids())).isEqualTo(new HashSet<>(ids));
            assertThat(second.failures()).isEmpty();
        }
    }

    @Test
    void a_policy_that_was_there_before_ids_were_in_the_order_of_time_asks_again_with_the_same_ids() {
        Commit commit = casino.place(0, 1);
        Partition elsewhere = casino.log().descriptor().partition(1);
        casino.checkpoints()
                .advance(
                        "casino",
                        "contribute",
                        elsewhere,
                        new Checkpoint(casino.log().descriptor().id(), 0));
        String name = "casino/contribute|" + casino.log().descriptor().id() + "|bet/0@1|0|0";
        try (var process = PolicyProcess.start(casino, policy, gateway, PolicyProcess.NEVER)) {
            await().until(() -> casino.checkpoint(policy, 0) == 1);
            assertThat(gateway.ids()).containsExactly(DerivedIds.HASHED.of(commit.time(), name));
            assertThat(process.failures()).isEmpty();
        }
    }

    @Test
    void a_process_that_comes_second_does_not_do_again_what_the_first_has_done() {
        try (var first = PolicyProcess.start(casino, policy, gateway, PolicyProcess.NEVER);
                var second = PolicyProcess.start(casino, policy, gateway, PolicyProcess.NEVER)) {
            await().until(() -> first.goesByWhatItHears(0) && second.goesByWhatItHears(0));
            Commit one = casino.place(0, 1);
            first.announce(0, one).join();
            second.announce(0, one).join();
            Commit two = casino.place(0, 2);
            second.announce(0, two).join();
            first.announce(0, casino.place(0, 3)).join();
            assertThat(gateway.commands())
                    .extracting(command -> ((Contribute) command).amount())
                    .containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void two_processes_that_hear_everything_at_once_execute_every_command_once() {
        Set<UUID> executed = ConcurrentHashMap.newKeySet();
        List<CompletableFuture<Void>> settled = new ArrayList<>();
        gateway.answer(sent -> {
            executed.add(sent.id());
            return CompletableFuture.completedStage(Gateway.ACCEPTED);
        });
        try (var first = PolicyProcess.start(casino, policy, gateway, PolicyProcess.OFTEN);
                var second = PolicyProcess.start(casino, policy, gateway, PolicyProcess.OFTEN)) {
            for (int i = 0; i < 50; i++) {
                Commit commit = casino.place(i % Casino.PARTITIONS, i);
                settled.add(first.announce(i % Casino.PARTITIONS, commit));
                settled.add(second.announce(i % Casino.PARTITIONS, commit));
            }
            await().until(() -> settled.stream().allMatch(CompletableFuture::isDone));
            await().until(() -> IntStream.range(0, Casino.PARTITIONS)
                    .allMatch(partition ->
                            casino.checkpoint(policy, partition) == casino.log().head(partition)));
            assertThat(executed).hasSize(50);
        }
    }

    @Test
    void without_an_order_events_are_reacted_to_many_at_once() {
        Contributing unordered = policy.ordered(Ordering.NONE);
        var together = new CompletableFuture<CommandAnswer>();
        gateway.answer(sent -> {
            if (gateway.sent().size() == 20) {
                together.complete(Gateway.ACCEPTED);
            }
            return together;
        });
        IntStream.range(0, 10).forEach(i -> casino.place(0, i, i));
        try (var process = PolicyProcess.start(casino, unordered, gateway, PolicyProcess.NEVER)) {
            await().until(() -> casino.checkpoint(unordered, 0) == 10);
            assertThat(new HashSet<>(gateway.ids())).hasSize(20);
            assertThat(process.failures()).isEmpty();
        }
    }

    @Test
    void in_order_one_waits_for_the_answer_to_the_one_before() {
        var answers = new CompletableFuture<CommandAnswer>();
        gateway.answer(sent -> answers);
        casino.place(0, 1, 2);
        try (var process = PolicyProcess.start(casino, policy, gateway, PolicyProcess.OFTEN)) {
            await().until(() -> gateway.sent().size() == 1);
            await().during(Duration.ofMillis(200)).until(() -> gateway.sent().size() == 1);
            answers.complete(Gateway.ACCEPTED);
            await().until(() -> gateway.sent().size() == 2);
            assertThat(process.failures()).isEmpty();
        }
    }

    @Test
    void all_partitions_as_one_are_reacted_to_by_time() {
        Contributing global = policy.ordered(Ordering.GLOBAL);
        for (int i = 0; i < 40; i++) {
            casino.place(i * 7 % Casino.PARTITIONS, Instant.ofEpochSecond(i), Map.of(), i);
        }
        try (var process = PolicyProcess.start(casino, global, gateway, PolicyProcess.OFTEN)) {
            await().until(() -> gateway.sent().size() == 40);
            assertThat(gateway.commands())
                    .extracting(command -> ((Contribute) command).amount())
                    .containsExactlyElementsOf(
                            IntStream.range(0, 40).mapToObj(i -> (long) i).toList());
            await().until(() -> IntStream.range(0, Casino.PARTITIONS)
                    .allMatch(partition ->
                            casino.checkpoint(global, partition) == casino.log().head(partition)));
            process.announce(2, casino.place(2, 40)).join();
            assertThat(gateway.commands().getLast()).isEqualTo(new Contribute(casino.bet(2), 40));
        }
    }
}
