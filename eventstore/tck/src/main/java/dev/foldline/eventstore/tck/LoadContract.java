package dev.foldline.eventstore.tck;

import static dev.foldline.eventstore.tck.Commits.commit;
import static dev.foldline.eventstore.tck.Commits.commitAt;
import static dev.foldline.eventstore.tck.Commits.commits;
import static dev.foldline.eventstore.tck.Commits.idIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.NewCommit;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An aggregate is loaded in the order of its versions, and nothing but it. */
public interface LoadContract extends LogContract {

    @Test
    default void an_aggregate_is_loaded_without_its_neighbours() {
        EventLog log = open();
        NewCommit first = commit(idIn(log, 0, "a"), 0);
        NewCommit neighbour = commit(idIn(log, 0, "b"), 0);
        NewCommit second = commit(idIn(log, 0, "a"), 1);
        log.append(0, 0, List.of(first, neighbour, second));

        assertThat(open().load(first.aggregateId(), 0)).containsExactly(first.at(1), second.at(3));
        assertThat(log.load(neighbour.aggregateId(), 0)).containsExactly(neighbour.at(2));
        assertThat(log.load(idIn(log, 0, "c"), 0)).isEmpty();
    }

    @Test
    default void an_aggregate_is_loaded_from_a_version_on() {
        EventLog log = open();
        String id = idIn(log, 1, "a");
        NewCommit first = commit(id, 0, UUID.randomUUID(), 3);
        NewCommit second = commit(id, 3, UUID.randomUUID(), 2);
        NewCommit third = commit(id, 5);
        log.append(1, 0, List.of(first, second, third));

        assertThat(log.load(id, 3)).containsExactly(second.at(2), third.at(3));
        assertThat(log.load(id, 4)).containsExactly(third.at(3));
        assertThat(log.load(id, 6)).isEmpty();
    }

    @Test
    default void an_aggregate_is_loaded_up_to_a_version() {
        EventLog log = open();
        String id = idIn(log, 1, "a");
        NewCommit first = commit(id, 0, UUID.randomUUID(), 3);
        NewCommit second = commit(id, 3, UUID.randomUUID(), 2);
        NewCommit third = commit(id, 5);
        log.append(1, 0, List.of(first, commit(idIn(log, 1, "b"), 0), second, third));

        assertThat(log.load(id, 0, 3)).containsExactly(first.at(1));
        assertThat(log.load(id, 0, 4)).containsExactly(first.at(1), second.at(3));
        assertThat(log.load(id, 3, 6)).containsExactly(second.at(3), third.at(4));
        assertThat(log.load(id, 3, 3)).isEmpty();
    }

    @Test
    default void an_aggregate_is_loaded_as_it_was_at_a_time() {
        EventLog log = open();
        String id = idIn(log, 0, "a");
        Instant start = Instant.parse("2026-03-01T12:00:00Z");
        NewCommit first = commitAt(start, id, 0, "opened");
        NewCommit second = commitAt(start.plusSeconds(20), id, 1, "filled");
        NewCommit clockWentBack = commitAt(start.plusSeconds(10), id, 2, "emptied");
        log.append(0, 0, List.of(first, second, clockWentBack));

        assertThat(log.loadAsOf(id, start.minusMillis(1))).isEmpty();
        assertThat(log.loadAsOf(id, start.plusSeconds(15))).containsExactly(first.at(1));
        assertThat(log.loadAsOf(id, start.plusSeconds(20)))
                .containsExactly(first.at(1), second.at(2), clockWentBack.at(3));
        assertThat(log.loadAsOf(idIn(log, 0, "b"), start)).isEmpty();
    }

    @Test
    default void a_long_aggregate_is_loaded_as_it_was_at_a_time() {
        EventLog log = open();
        String id = idIn(log, 0, "a");
        Instant start = Instant.parse("2026-03-01T12:00:00Z");
        NewCommit first = commit(id, 0, UUID.randomUUID(), 1_500);
        NewCommit second = commitAt(start.plusSeconds(1), id, 1_500, "filled");
        NewCommit third = commitAt(start.plusSeconds(2), id, 1_501, "filled");
        log.append(0, 0, List.of(first, second, third));

        assertThat(log.loadAsOf(id, start.plusSeconds(1))).containsExactly(first.at(1), second.at(2));
        assertThat(log.loadAsOf(id, Instant.MAX)).hasSize(3);
    }

    @Test
    default void the_version_of_an_aggregate_is_the_number_of_its_events() {
        EventLog log = open();
        String id = idIn(log, 1, "a");
        assertThat(log.version(id)).isZero();
        log.append(1, 0, List.of(commit(id, 0, UUID.randomUUID(), 9), commit(idIn(log, 1, "b"), 0), commit(id, 9)));

        assertThat(open().version(id)).isEqualTo(10);
    }

    @Test
    default void versions_are_ordered_by_number_and_not_by_text() {
        EventLog log = open();
        String id = idIn(log, 0, "a");
        log.append(0, 0, commits(id, 120));

        assertThat(log.load(id, 0)).extracting(Commit::version).isSorted().hasSize(120);
        assertThat(log.load(id, 99)).extracting(Commit::version).startsWith(99L, 100L);
    }

    @Test
    default void ids_are_told_apart_by_every_character() {
        EventLog log = open();
        List<String> ids = List.of("Ab", "ab", "ab ", "a.b", "$ab", "äb", "a\u0308b", "💶", "a".repeat(128));
        ids.forEach(id -> appendOne(log, id));

        EventLog other = open();
        assertThat(ids).allSatisfy(id -> assertThat(other.load(id, 0))
                .singleElement()
                .extracting(Commit::aggregateId)
                .isEqualTo(id));
    }

    private static void appendOne(EventLog log, String id) {
        int partition = log.descriptor().partitionOf(id).number();
        log.append(partition, log.head(partition), List.of(commit(id, 0)));
    }
}
