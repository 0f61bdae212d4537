package dev.foldline.functions.runtime.publish;

import static dev.foldline.functions.runtime.publish.Notes.append;
import static dev.foldline.functions.runtime.publish.Notes.idIn;
import static dev.foldline.functions.runtime.publish.Notes.notes;
import static dev.foldline.functions.runtime.publish.Notes.numbers;
import static dev.foldline.functions.runtime.publish.Notes.toldOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.DerivedIds;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.UnreadableEventException;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.functions.Metadata;
import dev.foldline.functions.runtime.Logs;
import dev.foldline.functions.runtime.PayloadSettings;
import dev.foldline.functions.runtime.follow.HandlingFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublisherTargetTest {

    private static final int PARTITION = 1;

    private final StoreForTests store = new StoreForTests();
    private Logs logs = store.process();
    private final EventLog stored = StoreForTests.stored(logs);
    private final LogDescriptor log = stored.descriptor();
    private final Partition partition = log.partition(PARTITION);
    private final List<Commit> announced = new ArrayList<>();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void stored_commits_become_published_ones_with_dense_positions_and_versions_of_their_own() {
        String a = idIn(stored, PARTITION, 1);
        String b = idIn(stored, PARTITION, 2);
        append(stored, PARTITION, a, 1);
        append(stored, PARTITION, a, 4);
        append(stored, PARTITION, b, 8, 3, 5);
        append(stored, PARTITION, a, 2);
        publishAll(instance());
        List<Commit> published = published();
        assertThat(published).extracting(Commit::position).containsExactly(1L, 2L, 3L);
        assertThat(published).extracting(Commit::aggregateId).containsExactly(a, b, a);
        assertThat(published).extracting(Commit::version).containsExactly(0L, 0L, 1L);
        assertThat(published.get(1).events()).hasSize(3);
        assertThat(notes(published)).isEqualTo(toldOf(numbers(1, 8, 3, 5, 2)));
        assertThat(announced).isEqualTo(published);
    }

    @Test
    void what_is_known_of_the_cause_is_carried_over() {
        Commit cause = append(stored, PARTITION, idIn(stored, PARTITION, 1), 1);
        publishAll(instance());
        Commit published = published().getFirst();
        assertThat(published.time()).isEqualTo(cause.time());
        assertThat(published.metadata())
                .isEqualTo(Map.of(
                        Metadata.ACTOR,
                        "p-1",
                        Metadata.CORRELATION,
                        cause.commandId().toString(),
                        "source",
                        "1",
                        "source-log",
                        log.id().toString()));
    }

    @Test
    void an_instance_goes_on_where_another_has_ended() {
        String a = idIn(stored, PARTITION, 1);
        append(stored, PARTITION, a, 1);
        append(stored, PARTITION, a, 3);
        publishAll(instance());
        append(stored, PARTITION, a, 4);
        append(stored, PARTITION, a, 5);
        logs = store.process();
        publishAll(instance());
        assertThat(notes(published())).isEqualTo(toldOf(numbers(1, 3, 5)));
        assertThat(published()).extracting(Commit::version).containsExactly(0L, 1L, 3L);
    }

    @Test
    void what_two_instances_publish_is_there_once() {
        append(stored, PARTITION, idIn(stored, PARTITION, 1), 1);
        append(stored, PARTITION, idIn(stored, PARTITION, 1), 2);
        List<Commit> all = stored.read(PARTITION, 0, 10);
        var first = instance();
        logs = store.process();
        var second = instance();
        assertThat(first.resume(log, partition)).isZero();
        assertThat(second.resume(log, partition)).isZero();
        assertThat(first.apply(log, partition, all.subList(0, 1))).isTrue();
        assertThat(second.apply(log, partition, all)).isFalse();
        assertThat(second.resume(log, partition)).isEqualTo(1);
        assertThat(second.apply(log, partition, all.subList(1, 2))).isTrue();
        // It finds there what it would have appended, and takes it for its own.
        assertThat(first.apply(log, partition, all.subList(1, 2))).isTrue();
        assertThat(first.resume(log, partition)).isEqualTo(2);
        assertThat(notes(published())).isEqualTo(toldOf(numbers(1, 2)));
        assertThat(announced).extracting(Commit::position).containsExactly(1L, 2L, 2L);
    }

    @Test
    void ids_are_in_the_order_of_time_where_nothing_was_published_and_else_as_they_were() {
        Commit first = append(stored, PARTITION, idIn(stored, PARTITION, 1), 1);
        Commit second = append(stored, PARTITION, idIn(stored, PARTITION, 1), 2);
        EventLog published = StoreForTests.published(logs);
        Partition elsewhere = log.partition(0);
        append(stored, 0, idIn(stored, 0, 1), 1);

        published.append(PARTITION, 0, List.of(former(first)));
        publishAll(instance());
        publishAll(instance(), elsewhere);

        assertThat(published())
                .extracting(Commit::commandId)
                .containsExactly(id(DerivedIds.HASHED, first), id(DerivedIds.HASHED, second));
        assertThat(published.read(0, 0, 10))
                .singleElement()
                .extracting(commit -> DerivedIds.asIn(commit.commandId()))
                .isEqualTo(DerivedIds.TIME_ORDERED);
    }

    @Test
    void an_event_that_cannot_be_translated_is_not_skipped() {
        append(stored, PARTITION, idIn(stored, PARTITION, 1), 1);
        append(stored, PARTITION, idIn(stored, PARTITION, 1), 13);
        var target = instance();
        assertThatThrownBy(() -> publishAll(target))
                .isInstanceOf(HandlingFailedException.class)
                .hasMessageContaining("note/1@2");
        assertThat(published()).isEmpty();
    }

    @Test
    void a_stored_log_that_was_lost_and_made_anew_stops_the_publisher() {
        append(stored, PARTITION, idIn(stored, PARTITION, 1), 1);
        publishAll(instance());
        Logs other = store.process("other-");
        Logs mixed = (context, type) -> type.equals("note") ? other.log(context, type) : logs.log(context, type);
        LogDescriptor anew = StoreForTests.stored(mixed).descriptor();
        assertThatThrownBy(() -> instance(mixed).resume(anew, partition))
                .isInstanceOf(LogTruncatedException.class)
                .hasMessageContaining("note/1")
                .hasMessageContaining(anew.id().toString());
    }

    @Test
    void a_stored_log_that_was_restored_and_written_to_stops_the_publisher() {
        append(stored, PARTITION, idIn(stored, PARTITION, 1), 1);
        publishAll(instance());
        Origin elsewhere = Origin.read(partition, published().getFirst());
        Commit original = stored.read(PARTITION, 0, 1).getFirst();
        Logs other = store.process("other-");
        EventLog restored = StoreForTests.stored(other);
        append(restored, PARTITION, idIn(restored, PARTITION, 1), 2);
        Logs mixed = (context, type) -> type.equals("note") ? restored : logs.log(context, type);
        assertThat(elsewhere.isOf(partition, original, published().getFirst())).isTrue();
        // The log says that it is the same, as one that was restored does.
        assertThatThrownBy(() -> instance(mixed).resume(log, partition))
                .isInstanceOf(LogTruncatedException.class)
                .hasMessageContaining("restored");
    }

    @Test
    void a_published_log_that_no_publisher_has_written_is_not_touched() {
        EventLog published = StoreForTests.published(logs);
        append(published, PARTITION, idIn(published, PARTITION, 1), 1);
        assertThatThrownBy(() -> instance().resume(log, partition)).isInstanceOf(UnreadableEventException.class);
    }

    /** What is published of the commit, as it was before ids were in the order of time. */
    private NewCommit former(Commit commit) {
        var translation = new Translation<>(new Notes(), new PayloadSettings(PayloadFormat.CBOR, 0));
        List<EventData> events = translation.events(partition, commit);
        return translation.commit(log, DerivedIds.HASHED, partition, commit, 0, events);
    }

    private UUID id(DerivedIds ids, Commit commit) {
        return Origin.of(log, commit).commandId(ids, partition, commit);
    }

    private PublisherTarget<?, ?> instance() {
        return instance(logs);
    }

    private PublisherTarget<?, ?> instance(Logs some) {
        return new PublisherTarget<>(
                new Notes(),
                new PublishedLogs(some),
                published -> (where, commit) -> announced.add(commit),
                new PayloadSettings(PayloadFormat.CBOR, 0));
    }

    private void publishAll(PublisherTarget<?, ?> target) {
        publishAll(target, partition);
    }

    private void publishAll(PublisherTarget<?, ?> target, Partition where) {
        long position = target.resume(log, where);
        assertThat(target.apply(log, where, stored.read(where.number(), position, 100)))
                .isTrue();
    }

    private List<Commit> published() {
        return StoreForTests.published(logs).read(PARTITION, 0, 100);
    }
}
