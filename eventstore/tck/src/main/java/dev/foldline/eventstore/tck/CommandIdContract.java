package dev.foldline.eventstore.tck;

import static dev.foldline.eventstore.tck.Commits.commit;
import static dev.foldline.eventstore.tck.Commits.commits;
import static dev.foldline.eventstore.tck.Commits.idIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.AppendResult.AlreadyCommitted;
import dev.foldline.eventstore.AppendResult.Complete;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.NewCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A command is committed once in its partition, and whoever repeats it gets what it did the first time. */
public interface CommandIdContract extends LogContract {

    @Test
    default void a_repeated_command_gets_the_recorded_commit() {
        EventLog log = open();
        NewCommit done = commit(idIn(log, 0, "a"), 0);
        log.append(0, 0, List.of(done, commit(idIn(log, 0, "b"), 0)));
        NewCommit again = commit(done.aggregateId(), 1, done.commandId(), 5);

        assertThat(open().append(0, 2, List.of(again))).isEqualTo(new AlreadyCommitted(0, done.at(1)));
        assertThat(log.head(0)).isEqualTo(2);
    }

    @Test
    default void a_repeated_command_is_told_from_a_lost_race_at_its_position() {
        EventLog log = open();
        NewCommit done = commit(idIn(log, 0, "a"), 0);
        log.append(0, 0, List.of(done));

        NewCommit again = commit(done.aggregateId(), 0, done.commandId(), 5);

        assertThat(open().append(0, 0, List.of(again))).isEqualTo(new AlreadyCommitted(0, done.at(1)));
    }

    @Test
    default void a_repeated_command_ends_its_group_after_the_prefix_before_it() {
        EventLog log = open();
        NewCommit done = commit(idIn(log, 0, "a"), 0);
        log.append(0, 0, List.of(done));
        NewCommit before = commit(idIn(log, 0, "b"), 0);
        NewCommit behind = commit(idIn(log, 0, "c"), 0);

        assertThat(log.append(0, 1, List.of(before, commit(idIn(log, 0, "d"), 0, done.commandId()), behind)))
                .isEqualTo(new AlreadyCommitted(1, done.at(1)));
        assertThat(log.read(0, 0, 10)).containsExactly(done.at(1), before.at(2));
    }

    @Test
    default void a_command_that_is_in_a_group_twice_is_stored_once() {
        EventLog log = open();
        NewCommit first = commit(idIn(log, 0, "a"), 0);
        NewCommit second = commit(idIn(log, 0, "b"), 0, first.commandId());

        assertThat(log.append(0, 0, List.of(first, second))).isEqualTo(new AlreadyCommitted(1, first.at(1)));
        assertThat(log.read(0, 0, 10)).containsExactly(first.at(1));
    }

    @Test
    default void a_repeated_command_far_into_a_large_group_ends_it_there() {
        EventLog log = open();
        NewCommit done = commit(idIn(log, 0, "a"), 0);
        log.append(0, 0, List.of(done));
        List<NewCommit> group = new ArrayList<>(commits(idIn(log, 0, "b"), 320));
        group.set(150, commit(idIn(log, 0, "b"), 150, done.commandId()));

        assertThat(log.append(0, 1, group)).isEqualTo(new AlreadyCommitted(150, done.at(1)));
        assertThat(LogContract.readAll(log, 0)).hasSize(151);
    }

    @Test
    default void a_command_id_is_unique_within_its_partition_only() {
        EventLog log = open();
        UUID commandId = UUID.randomUUID();
        NewCommit here = commit(idIn(log, 0, "a"), 0, commandId);
        NewCommit there = commit(idIn(log, 1, "a"), 0, commandId);

        log.append(0, 0, List.of(here));
        assertThat(log.append(1, 0, List.of(there))).isEqualTo(new Complete(1));
        assertThat(log.find(0, commandId)).contains(here.at(1));
        assertThat(log.find(1, commandId)).contains(there.at(1));
    }

    @Test
    default void a_command_that_many_processes_send_at_once_is_committed_once() {
        EventLog log = open();
        String id = idIn(log, 0, "a");
        UUID commandId = UUID.randomUUID();

        List<AppendResult> results =
                Parallel.inParallel(8, i -> open().append(0, 0, List.of(commit(id, 0, commandId, i + 1))));

        List<Commit> recorded = log.read(0, 0, 10);
        assertThat(recorded).hasSize(1);
        assertThat(results).containsOnlyOnce(new Complete(1));
        assertThat(results).containsOnly(new Complete(1), new AlreadyCommitted(0, recorded.getFirst()));
    }
}
