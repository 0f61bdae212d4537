package dev.foldline.eventstore.tck;

import static dev.foldline.eventstore.tck.Commits.commit;
import static dev.foldline.eventstore.tck.Commits.commits;
import static dev.foldline.eventstore.tck.Commits.idIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.AppendResult.Complete;
import dev.foldline.eventstore.AppendResult.TailMoved;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.NewCommit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An append is a compare-and-set on the tail of a partition. */
public interface AppendContract extends LogContract {

    @Test
    default void commits_are_stored_whole_directly_after_the_tail() {
        EventLog log = open();
        NewCommit first = Commits.full(idIn(log, 0, "a"));
        NewCommit second = commit(idIn(log, 0, "b"), 0);
        NewCommit third = commit(idIn(log, 0, "a"), 3);

        assertThat(log.append(0, 0, List.of(first))).isEqualTo(new Complete(1));
        assertThat(log.append(0, 1, List.of(second, third))).isEqualTo(new Complete(2));
        assertThat(open().read(0, 0, 10)).containsExactly(first.at(1), second.at(2), third.at(3));
    }

    @Test
    default void every_partition_counts_its_own_positions() {
        EventLog log = open();
        NewCommit here = commit(idIn(log, 0, "a"), 0);
        NewCommit there = commit(idIn(log, 1, "a"), 0);

        log.append(0, 0, List.of(here));
        assertThat(log.append(1, 0, List.of(there))).isEqualTo(new Complete(1));
        assertThat(log.read(0, 0, 10)).containsExactly(here.at(1));
        assertThat(log.read(1, 0, 10)).containsExactly(there.at(1));
    }

    @Test
    default void nothing_is_stored_after_a_tail_that_has_moved() {
        EventLog log = open();
        NewCommit first = commit(idIn(log, 0, "a"), 0);
        log.append(0, 0, List.of(first));

        assertThat(open().append(0, 0, commits(idIn(log, 0, "b"), 3))).isEqualTo(new TailMoved(0));
        assertThat(log.read(0, 0, 10)).containsExactly(first.at(1));
    }

    @Test
    default void nothing_of_a_large_group_is_stored_after_a_tail_that_has_moved() {
        EventLog log = open();
        log.append(0, 0, commits(idIn(log, 0, "a"), 2));

        assertThat(log.append(0, 1, commits(idIn(log, 0, "b"), 250))).isEqualTo(new TailMoved(0));
        assertThat(log.head(0)).isEqualTo(2);
    }

    @Test
    default void a_group_of_hundreds_is_stored_in_order() {
        EventLog log = open();
        List<NewCommit> group = commits(idIn(log, 0, "a"), 250);

        assertThat(log.append(0, 0, group)).isEqualTo(new Complete(250));
        assertThat(LogContract.readAll(log, 0))
                .extracting(Commit::commandId)
                .containsExactlyElementsOf(
                        group.stream().map(NewCommit::commandId).toList());
    }

    @Test
    default void a_commit_for_another_partition_is_refused() {
        EventLog log = open();
        NewCommit stray = commit(idIn(log, 1, "a"), 0);

        assertThatThrownBy(() -> log.append(0, 0, List.of(stray))).isInstanceOf(IllegalArgumentException.class);
        assertThat(log.heads()).containsExactly(0L, 0L);
    }

    @Test
    default void a_version_that_the_caller_has_seen_committed_is_refused() {
        EventLog log = open();
        String id = idIn(log, 0, "a");
        log.append(0, 0, commits(id, 2));

        assertThatThrownBy(() -> log.append(0, 2, List.of(commit(id, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(id);
        assertThat(log.head(0)).isEqualTo(2);
    }
}
