package dev.foldline.functions.runtime.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.UUID.randomUUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.SnapshotStore;
import dev.foldline.eventstore.SnapshotStore.Origin;
import dev.foldline.eventstore.SnapshotStore.Snapshot;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.functions.AggregateType;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandAnswer.Accepted;
import dev.foldline.functions.CommandAnswer.Rejected;
import dev.foldline.functions.CommandOptions;
import dev.foldline.functions.runtime.PayloadSettings;
import dev.foldline.functions.runtime.write.Counter.Change;
import dev.foldline.functions.runtime.write.Counter.Changed;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private static final int AFTER = 3;
    private static final EventCodec<Changed> CODEC = new EventCodec<>(Counter.TYPE.events(), PayloadFormat.CBOR);

    private static final AggregateType<Change, Long, Changed> TYPE = Total.counter(1);

    private final MemoryLog log = new MemoryLog();
    private final MemorySnapshots store = new MemorySnapshots();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private AggregateWriter<Change> writer = writer(TYPE);

    @AfterEach
    void stop() {
        writer.close();
    }

    @Test
    void a_snapshot_is_taken_each_time_that_enough_events_have_come_though_the_state_is_cached() {
        send(1, 1);
        assertThat(store.kept).isEmpty();
        send(1);
        awaitSnapshotAt(3);
        send(1, 1, 1);
        awaitSnapshotAt(6);
        assertThat(outcomes("written")).isEqualTo(2);
        assertThat(folded()).isZero();
    }

    @Test
    void a_new_process_folds_what_came_after_the_snapshot() {
        send(5, 5, 5);
        awaitSnapshotAt(3);
        send(1);
        restart(TYPE);
        assertThat(send(-17)).isEqualTo(new Rejected("too-small", "the counter is at 16"));
        assertThat(outcomes("found")).isEqualTo(1);
        assertThat(folded()).isEqualTo(1);
        assertThat(send(-16)).isInstanceOf(Accepted.class);
    }

    @Test
    void a_snapshot_is_taken_when_a_long_history_was_folded_whoever_wrote_it() {
        store.away = true;
        send(1, 1, 1, 1);
        store.away = false;
        restart(TYPE);
        assertThat(send(-5)).isInstanceOf(Rejected.class);
        awaitSnapshotAt(4);
    }

    @Test
    void a_group_of_many_commands_about_one_aggregate_takes_few_snapshots() {
        List<CommandAnswer> answers = IntStream.range(0, 60).mapToObj(i -> submit(1)).toList().stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).allMatch(Accepted.class::isInstance);
        await().until(() -> outcomes("written") + outcomes("dropped") >= 1);
        assertThat(outcomes("written") + outcomes("dropped")).isLessThanOrEqualTo(20);
    }

    @Test
    void commands_do_without_the_snapshots_when_these_are_away() {
        send(1, 1, 1);
        awaitSnapshotAt(3);
        store.away = true;
        restart(TYPE);
        assertThat(send(-4)).isEqualTo(new Rejected("too-small", "the counter is at 3"));
        send(1, 1, 1);
        await().until(() -> outcomes("failed") >= 2);
        assertThat(folded()).isEqualTo(3);
    }

    @Test
    void deleting_all_snapshots_changes_what_is_folded_and_nothing_else() {
        send(1, 1, 1);
        awaitSnapshotAt(3);
        store.kept.clear();
        restart(TYPE);
        assertThat(send(-4)).isEqualTo(new Rejected("too-small", "the counter is at 3"));
        assertThat(folded()).isEqualTo(3);
    }

    @Test
    void a_snapshot_of_another_revision_is_left_alone() {
        send(1, 1, 1);
        awaitSnapshotAt(3);
        restart(Total.counter(2));
        assertThat(send(-4)).isEqualTo(new Rejected("too-small", "the counter is at 3"));
        assertThat(folded()).isEqualTo(3);
        await().until(() -> store.kept.size() == 2);
    }

    @Test
    void a_snapshot_of_another_log_is_not_believed() {
        lie(new Origin(UUID.randomUUID(), 1, 0, 1, randomUUID(), Instant.EPOCH), 1_000);
        assertThat(send(-1)).isEqualTo(new Rejected("too-small", "the counter is at 0"));
    }

    /** A log that was restored to an earlier state, and written to since. */
    @Test
    void a_snapshot_is_not_believed_when_the_log_has_another_commit_in_the_place_of_its_last() {
        send(10, 10, 10);
        awaitSnapshotAt(3);
        UUID same = log.all().getLast().commandId();
        log.change(commits -> {
            commits.subList(1, 3).clear();
            commits.add(commit(1, 2, randomUUID(), Instant.EPOCH));
            commits.add(commit(2, 3, same, Instant.EPOCH));
        });
        restart(TYPE);
        assertThat(send(-30)).isEqualTo(new Rejected("too-small", "the counter is at 12"));
        assertThat(outcomes("refused")).isEqualTo(1);
        awaitSnapshotAt(3);
        restart(TYPE);
        assertThat(send(-30)).isEqualTo(new Rejected("too-small", "the counter is at 12"));
        assertThat(outcomes("found")).isEqualTo(2);
        assertThat(outcomes("refused")).isEqualTo(1);
    }

    @Test
    void a_snapshot_that_is_ahead_of_the_log_is_not_believed_and_removed() {
        send(10, 10, 10);
        awaitSnapshotAt(3);
        log.change(commits -> commits.subList(1, 3).clear());
        restart(TYPE);
        assertThat(send(-30)).isEqualTo(new Rejected("too-small", "the counter is at 10"));
        assertThat(store.kept).isEmpty();
    }

    @Test
    void a_snapshot_that_cannot_be_read_or_restored_is_done_without() {
        send(1, 1, 1);
        awaitSnapshotAt(3);
        Origin origin = store.find(key(1)).orElseThrow().origin();
        for (String state : List.of("{\"value\":-1}", "{\"other\":1}", "nothing at all")) {
            lie(origin, state.getBytes(UTF_8));
            restart(TYPE);
            assertThat(send(-4)).isEqualTo(new Rejected("too-small", "the counter is at 3"));
        }
        assertThat(outcomes("failed")).isEqualTo(3);
    }

    @Test
    void no_snapshot_is_read_or_taken_when_they_are_turned_off() {
        writer.close();
        writer = writer(TYPE, 0);
        send(1, 1, 1, 1);
        assertThat(store.kept).isEmpty();
        assertThat(meters.find("foldline.log.snapshots").counters()).isEmpty();
    }

    private AggregateWriter<Change> writer(AggregateType<Change, Long, Changed> type) {
        return writer(type, AFTER);
    }

    private AggregateWriter<Change> writer(AggregateType<Change, Long, Changed> type, int after) {
        var payloads = new PayloadSettings(PayloadFormat.CBOR, 0);
        return AggregateWriter.start(
                type,
                log,
                CODEC,
                new SnapshotSettings(Optional.of(store), after, payloads),
                WriterSettings.DEFAULT,
                meters,
                (where, commit) -> {});
    }

    private void restart(AggregateType<Change, Long, Changed> type) {
        writer.close();
        writer = writer(type);
    }

    private CommandAnswer send(long... changes) {
        CommandAnswer last = null;
        for (long change : changes) {
            last = submit(change).join();
        }
        return Objects.requireNonNull(last);
    }

    private CompletableFuture<CommandAnswer> submit(long change) {
        return writer.submit(
                new Change(change), "a", new CommandOptions(randomUUID(), Duration.ofMinutes(1), Map.of()));
    }

    private void awaitSnapshotAt(long version) {
        await().until(() -> Optional.ofNullable(store.kept.get(key(1)))
                .filter(snapshot -> snapshot.origin().nextVersion() == version)
                .isPresent());
    }

    private void lie(Origin origin, long value) {
        lie(origin, ("{\"value\":" + value + "}").getBytes(UTF_8));
    }

    private void lie(Origin origin, byte[] state) {
        store.kept.put(key(1), new Snapshot(origin, new EventData("snapshot", 1, state)));
    }

    private static SnapshotStore.Key key(int revision) {
        return new SnapshotStore.Key("test", new Aggregate("counter", "a"), revision);
    }

    private static Commit commit(long version, long position, UUID id, Instant time) {
        return new NewCommit("a", version, id, time, List.of(CODEC.encode(new Changed(1))), Map.of()).at(position);
    }

    private double folded() {
        return meters.get("foldline.log.fold.events").summary().totalAmount();
    }

    private double outcomes(String outcome) {
        return meters.find("foldline.log.snapshots").tag("outcome", outcome).counters().stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }
}
