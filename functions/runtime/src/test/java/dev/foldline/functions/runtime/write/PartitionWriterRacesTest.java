package dev.foldline.functions.runtime.write;

import static java.util.UUID.randomUUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.functions.CommandAnswer.Accepted;
import dev.foldline.functions.CommandAnswer.Contended;
import dev.foldline.functions.CommandAnswer.Rejected;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.runtime.write.Counter.Changed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Others write the same partition. */
class PartitionWriterRacesTest extends PartitionWriterFixture {

    @Test
    void a_lost_race_decides_again_on_what_the_others_did() {
        send("a", 5);
        inFrontOfTheNextAppend(() -> elsewhere("a", -3));
        assertThat(send("a", -4)).isEqualTo(new Rejected("too-small", "the counter is at 2"));
        assertThat(send("a", -2)).isEqualTo(accepted("a", 3, 3));
    }

    @Test
    void a_lost_race_keeps_the_prefix_that_was_stored() {
        send("a", 5);
        UUID known = randomUUID();
        elsewhere("b", 1, known);
        var group = List.of(pending("a", 1), pending("b", 1, known), pending("a", 2));
        writer.write(group);
        assertThat(answers(group)).containsExactly(accepted("a", 2, 3), accepted("b", 1, 2), accepted("a", 3, 4));
    }

    @Test
    void a_rejection_is_not_given_on_a_state_that_others_have_changed() {
        send("a", 1);
        elsewhere("a", 9);
        assertThat(send("a", -10)).isEqualTo(accepted("a", 3, 3));
    }

    @Test
    void a_command_that_loses_every_race_is_answered_contended() {
        log.beforeAppend(() -> elsewhere("other", 1));
        assertThat(send("a", 1)).isEqualTo(new Contended(ATTEMPTS));
        assertThat(log.load("a", 0)).isEmpty();
    }

    @Test
    void a_command_that_an_owner_may_append_yet_is_not_said_to_have_done_nothing() {
        var hopeless = writer(
                log,
                (partition, tail, commits) -> new Appended(List.of(), new AppendResult.TailMoved(0), true),
                announced);
        var command = pending("a", 1);
        hopeless.write(List.of(command));
        assertThatThrownBy(command.future()::join).hasCauseInstanceOf(UnavailableException.class);
    }

    @Test
    void writers_that_race_for_one_aggregate_lose_and_double_nothing() throws Exception {
        int writers = 4;
        int each = 300;
        long total = 1_200;
        List<Thread> threads = IntStream.range(0, writers)
                .mapToObj(number -> Thread.ofVirtual().start(() -> hammer(each)))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(log.all().stream().map(Commit::position))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, total).boxed().toList());
        assertThat(log.all().stream().map(Commit::version))
                .containsExactlyElementsOf(LongStream.range(0, total).boxed().toList());
    }

    private void hammer(int commands) {
        var mine = writer(log, new ArrayList<>());
        for (int left = commands; left > 0; ) {
            var command = pending("hot", 1);
            mine.write(List.of(command));
            if (command.future().join() instanceof Accepted) {
                left--;
            }
        }
    }

    private void inFrontOfTheNextAppend(Runnable action) {
        AtomicBoolean once = new AtomicBoolean(true);
        log.beforeAppend(() -> {
            if (once.getAndSet(false)) {
                action.run();
            }
        });
    }

    private void elsewhere(String aggregate, long by) {
        elsewhere(aggregate, by, randomUUID());
    }

    private void elsewhere(String aggregate, long by, UUID id) {
        List<EventData> events = List.of(CODEC.encode(new Changed(by)));
        log.change(commits -> {
            long version = commits.stream()
                    .filter(commit -> commit.aggregateId().equals(aggregate))
                    .count();
            commits.add(new NewCommit(aggregate, version, id, Instant.EPOCH, events, Map.of()).at(commits.size() + 1));
        });
    }
}
