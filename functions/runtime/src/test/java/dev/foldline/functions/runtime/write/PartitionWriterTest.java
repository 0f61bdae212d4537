package dev.foldline.functions.runtime.write;

import static java.util.UUID.randomUUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.StoreUnavailableException;
import dev.foldline.eventstore.Token;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandAnswer.Accepted;
import dev.foldline.functions.CommandAnswer.Contended;
import dev.foldline.functions.CommandAnswer.Rejected;
import dev.foldline.functions.CommandOptions;
import dev.foldline.functions.DeadlineExceededException;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.runtime.write.Counter.Change;
import dev.foldline.functions.runtime.write.Counter.Changed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PartitionWriterTest {

    private static final int ATTEMPTS = 5;
    private static final EventCodec<Changed> CODEC = new EventCodec<>(Counter.TYPE.events(), PayloadFormat.CBOR);

    private final MemoryLog log = new MemoryLog();
    private final List<Commit> announced = new ArrayList<>();
    private final PartitionWriter<Change, Long, Changed> writer = writer(log, announced);

    @Test
    void an_accepted_command_is_answered_with_its_version_and_a_token() {
        assertThat(send("a", 5)).isEqualTo(accepted("a", 1, 1));
        assertThat(send("b", 2)).isEqualTo(accepted("b", 1, 2));
        assertThat(send("a", -5)).isEqualTo(accepted("a", 2, 3));
        assertThat(announced).isEqualTo(log.all());
    }

    @Test
    void waiting_commands_are_appended_in_one_insert_each_decided_on_what_those_before_it_leave() {
        var group = List.of(pending("a", 5), pending("a", -5), pending("a", -1), pending("b", 1));
        writer.write(group);
        assertThat(answers(group))
                .containsExactly(
                        accepted("a", 1, 1),
                        accepted("a", 2, 2),
                        new Rejected("too-small", "the counter is at 0"),
                        accepted("b", 1, 3));
        assertThat(log.appends()).isEqualTo(1);
    }

    @Test
    void nothing_to_do_is_accepted_at_the_version_there_is() {
        send("a", 5);
        assertThat(send("a", 0)).isEqualTo(accepted("a", 1, 1));
        assertThat(log.all()).hasSize(1);
    }

    @Test
    void a_command_id_sent_again_is_answered_as_the_first_time() {
        UUID id = randomUUID();
        CommandAnswer first = send("a", 5, id);
        send("a", 7);
        assertThat(send("a", 5, id)).isEqualTo(first);
        assertThat(log.all()).hasSize(2);
    }

    @Test
    void a_command_id_sent_again_is_answered_as_the_first_time_even_where_the_command_would_now_be_rejected() {
        send("a", 5);
        UUID id = randomUUID();
        CommandAnswer first = send("a", -5, id);
        assertThat(send("a", -5, id)).isEqualTo(first);
        assertThat(log.all()).hasSize(2);
    }

    @Test
    void a_command_id_twice_in_one_group_makes_one_commit_and_the_same_answer() {
        UUID id = randomUUID();
        var group = List.of(pending("a", 5, id), pending("a", 5, id), pending("b", 1));
        writer.write(group);
        assertThat(answers(group)).containsExactly(accepted("a", 1, 1), accepted("a", 1, 1), accepted("b", 1, 2));
    }

    @Test
    void a_command_id_is_not_taken_for_a_command_about_another_aggregate() {
        UUID id = randomUUID();
        send("a", 5, id);
        assertThat(send("b", 5, id)).isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.code())
                .isEqualTo("idempotency-key-reused"));
    }

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
    void a_command_that_is_too_late_is_not_executed() {
        var late = new PendingCommand<>(
                new Change(1), "a", new CommandOptions(randomUUID(), Duration.ofNanos(1), Map.of()));
        writer.write(List.of(late));
        assertThatThrownBy(late.future()::join).hasCauseInstanceOf(DeadlineExceededException.class);
        assertThat(log.all()).isEmpty();
    }

    @Test
    void a_handler_that_fails_harms_no_other_command() {
        var broken = pending("a", Long.MIN_VALUE);
        var group = List.of(pending("a", 5), broken, pending("a", 1));
        writer.write(group);
        assertThat(group.getLast().future().join()).isEqualTo(accepted("a", 2, 2));
        assertThatThrownBy(broken.future()::join).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_store_that_is_away_is_told_and_the_next_command_finds_it_back() {
        send("a", 5);
        AtomicBoolean away = new AtomicBoolean(true);
        log.beforeAppend(() -> failOnce(away));
        var unlucky = pending("a", 1);
        writer.write(List.of(unlucky));
        assertThatThrownBy(unlucky.future()::join).hasCauseInstanceOf(UnavailableException.class);
        assertThat(send("a", 1)).isEqualTo(accepted("a", 2, 2));
    }

    @Test
    void a_command_whose_outcome_was_unknown_is_answered_as_done_when_it_is_sent_again() {
        AtomicBoolean away = new AtomicBoolean(true);
        log.afterAppend(() -> failOnce(away));
        UUID id = randomUUID();
        var unlucky = pending("a", 5, id);
        writer.write(List.of(unlucky));
        assertThatThrownBy(unlucky.future()::join).hasCauseInstanceOf(UnavailableException.class);
        assertThat(send("a", 5, id)).isEqualTo(accepted("a", 1, 1));
        assertThat(log.all()).hasSize(1);
    }

    @Test
    void a_log_that_has_become_shorter_is_never_written_again() {
        send("a", 5);
        send("a", 5);
        log.change(List::removeLast);
        assertThatThrownBy(() -> writer.write(List.of(pending("a", -20)))).isInstanceOf(LogTruncatedException.class);
        AtomicBoolean away = new AtomicBoolean(true);
        log.beforeAppend(() -> failOnce(away));
        writer.write(List.of(pending("a", 1)));
        assertThatThrownBy(() -> writer.write(List.of(pending("a", 1)))).isInstanceOf(LogTruncatedException.class);
        assertThat(log.all()).hasSize(1);
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

    private static PartitionWriter<Change, Long, Changed> writer(MemoryLog log, List<Commit> announced) {
        return writer(log, CommitAppender.to(log), announced);
    }

    private static PartitionWriter<Change, Long, Changed> writer(
            MemoryLog log, CommitAppender appender, List<Commit> announced) {
        StateSnapshots<Long> none = StateSnapshots.none();
        var meters = new FoldMeters(new SimpleMeterRegistry(), "counter");
        var loader = new StateLoader<>(Counter.TYPE.decider(), CODEC, log, none, meters);
        var states = new AggregateStates<>(Counter.TYPE.decider(), loader, none, 100);
        var planner = new Planner<>(Counter.TYPE.decider(), CODEC, states, InstantSource.system());
        return new PartitionWriter<>(
                log.descriptor().partition(0),
                log,
                appender,
                planner,
                states,
                (where, commit) -> announced.add(commit),
                ATTEMPTS);
    }

    private CommandAnswer send(String aggregate, long by) {
        return send(aggregate, by, randomUUID());
    }

    private CommandAnswer send(String aggregate, long by, UUID id) {
        var command = pending(aggregate, by, id);
        writer.write(List.of(command));
        return command.future().join();
    }

    private static PendingCommand<Change> pending(String aggregate, long by) {
        return pending(aggregate, by, randomUUID());
    }

    private static PendingCommand<Change> pending(String aggregate, long by, UUID id) {
        return new PendingCommand<>(new Change(by), aggregate, new CommandOptions(id, Duration.ofMinutes(1), Map.of()));
    }

    private static List<CommandAnswer> answers(List<PendingCommand<Change>> group) {
        return group.stream().map(pending -> pending.future().join()).toList();
    }

    private Accepted accepted(String aggregate, long version, long position) {
        return new Accepted(
                new Aggregate("counter", aggregate),
                version,
                Token.of(log.descriptor().partition(0), position));
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

    private static void failOnce(AtomicBoolean away) {
        if (away.getAndSet(false)) {
            throw new StoreUnavailableException("the store is away", null);
        }
    }
}
