package dev.foldline.eventstore.tck;

import static dev.foldline.eventstore.tck.Commits.commit;
import static dev.foldline.eventstore.tck.Commits.commits;
import static dev.foldline.eventstore.tck.Commits.idIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.NewCommit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A partition is read in the order of its commits. */
public interface ReadContract extends LogContract {

    @Test
    default void a_page_begins_after_the_position_and_has_at_most_its_limit() {
        EventLog log = open();
        log.append(0, 0, commits(idIn(log, 0, "a"), 10));

        assertThat(positions(log.read(0, 0, 3))).containsExactly(1L, 2L, 3L);
        assertThat(positions(log.read(0, 3, 3))).containsExactly(4L, 5L, 6L);
        assertThat(positions(log.read(0, 9, 3))).containsExactly(10L);
        assertThat(positions(log.read(0, 0, Integer.MAX_VALUE))).hasSize(10);
        assertThat(positions(log.read(0, 7, Integer.MAX_VALUE))).containsExactly(8L, 9L, 10L);
    }

    @Test
    default void a_page_after_the_last_position_is_empty_until_something_comes() {
        EventLog log = open();
        log.append(0, 0, commits(idIn(log, 0, "a"), 2));
        assertThat(log.read(0, 2, 10)).isEmpty();

        NewCommit next = commit(idIn(log, 0, "b"), 0);
        open().append(0, 2, List.of(next));
        assertThat(log.read(0, 2, 10)).containsExactly(next.at(3));
    }

    @Test
    default void heads_are_the_positions_of_the_last_commits() {
        EventLog log = open();
        log.append(1, 0, commits(idIn(log, 1, "a"), 5));
        assertThat(log.heads()).containsExactly(0L, 5L);

        log.append(1, 5, commits(idIn(log, 1, "b"), 2));
        log.append(0, 0, commits(idIn(log, 0, "a"), 1));
        assertThat(open().heads()).containsExactly(1L, 7L);
        assertThat(log.head(0)).isEqualTo(1);
        assertThat(log.head(1)).isEqualTo(7);
    }

    @Test
    default void heads_are_in_the_order_of_many_partitions() {
        EventLog log = fixture().connect().store().open(new LogDefinition("tck", "coupon", 40));
        log.append(7, 0, commits(idIn(log, 7, "a"), 3));
        log.append(39, 0, commits(idIn(log, 39, "a"), 2));

        assertThat(log.heads())
                .hasSize(40)
                .startsWith(0L, 0L, 0L, 0L, 0L, 0L, 0L, 3L, 0L)
                .endsWith(0L, 2L);
    }

    @Test
    default void a_command_is_found_in_its_partition_and_nowhere_else() {
        EventLog log = open();
        NewCommit done = Commits.full(idIn(log, 0, "a"));
        log.append(0, 0, List.of(commit(idIn(log, 0, "b"), 0), done));

        assertThat(open().find(0, done.commandId())).contains(done.at(2));
        assertThat(log.find(1, done.commandId())).isEmpty();
        assertThat(log.find(0, new UUID(0, 0))).isEmpty();
    }

    @Test
    default void what_makes_no_sense_is_refused() {
        EventLog log = open();
        log.append(0, 0, commits(idIn(log, 0, "a"), 1));

        assertThatThrownBy(() -> log.read(0, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> log.read(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> log.read(2, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> log.append(0, 1, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Long> positions(List<Commit> commits) {
        return commits.stream().map(Commit::position).toList();
    }
}
