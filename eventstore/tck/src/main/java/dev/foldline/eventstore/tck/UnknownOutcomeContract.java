package dev.foldline.eventstore.tck;

import static dev.foldline.eventstore.tck.Commits.commits;
import static dev.foldline.eventstore.tck.Commits.idIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Who does not know what became of an append sends the same command ids again, and each command is committed once. */
public interface UnknownOutcomeContract extends LogContract {

    @Test
    default void an_append_whose_reply_was_lost_is_repeated_by_another_process_and_stored_once() {
        var ledger = new Ledger();
        int rounds = 5;
        for (int round = 0; round < rounds; round++) {
            List<Intent> intents = Intent.mixed(new Random(round), round, 3);
            try (LogClient client = fixture().connect()) {
                var writer = new ModelWriter(client.store().open(WALLETS), 0, ledger);
                writer.commit(List.of(new Intent("warm-up")));
                client.network().loseReplies();
                assertThatThrownBy(() -> writer.commit(intents)).isInstanceOf(StoreUnavailableException.class);
            }
            new ModelWriter(open(), 0, ledger).commit(intents);
        }

        ledger.audit(open(), 0, rounds * 4);
    }

    @Test
    default void an_insert_that_arrives_twice_counts_as_appended_and_the_rest_follows() {
        EventLog log = open();
        List<NewCommit> group = commits(idIn(log, 0, "a"), 230);
        assertThat(log.append(0, 0, group.subList(0, 120))).isEqualTo(new AppendResult.Complete(120));

        assertThat(open().append(0, 0, group)).isEqualTo(new AppendResult.Complete(230));
        assertThat(LogContract.readAll(log, 0))
                .extracting(Commit::commandId)
                .containsExactlyElementsOf(
                        group.stream().map(NewCommit::commandId).toList());
    }

    @Test
    default void an_insert_that_arrives_twice_does_not_hide_that_somebody_else_came_after_it() {
        EventLog log = open();
        List<NewCommit> group = commits(idIn(log, 0, "a"), 5);
        log.append(0, 0, group.subList(0, 2));
        log.append(0, 2, commits(idIn(log, 0, "b"), 1));

        assertThat(open().append(0, 0, group)).isEqualTo(new AppendResult.TailMoved(2));
        assertThat(log.head(0)).isEqualTo(3);
    }

    @Test
    default void processes_die_at_any_moment_and_their_successors_commit_each_command_once() {
        int families = 4;
        var ledger = new Ledger();
        Parallel.inParallel(families, family -> {
            List<Intent> intents = Intent.mixed(new Random(family), family, 20);
            return new MortalWriter(this, ledger, family).commit(intents);
        });

        ledger.audit(open(), 0, families * 20);
    }

    @Test
    default void an_unreachable_server_is_told_in_time_and_all_goes_on_when_it_is_back() {
        LogClient client = fixture().connect();
        EventLog log = client.store().open(WALLETS);
        log.append(0, 0, commits(idIn(log, 0, "a"), 3));

        client.network().goDown();
        assertUnavailable(() -> log.append(0, 3, commits(idIn(log, 0, "b"), 3)));
        assertUnavailable(() -> log.read(0, 0, 10));
        assertUnavailable(log::heads);
        assertUnavailable(() -> client.store().open(WALLETS));

        client.network().comeBack();
        assertThat(LogContract.readAll(log, 0)).hasSize(3);
        log.append(0, 3, commits(idIn(log, 0, "b"), 3));
        assertThat(log.head(0)).isEqualTo(6);
    }

    @Test
    default void connections_that_break_between_appends_do_no_harm() {
        LogClient client = fixture().connect();
        var ledger = new Ledger();
        var writer = new ModelWriter(client.store().open(WALLETS), 0, ledger);
        for (int round = 0; round < 5; round++) {
            client.network().breakConnections();
            new ModelWriter(open(), 0, ledger).commit(List.of(new Intent("other")));
            List<Intent> intents = Intent.mixed(new Random(round), round, 3);
            Retry.untilAvailable(() -> writer.commit(intents));
        }

        ledger.audit(open(), 0, 5 * 4);
    }

    private static void assertUnavailable(ThrowingCallable call) {
        long started = System.nanoTime();
        assertThatThrownBy(call).isInstanceOf(StoreUnavailableException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isLessThan(Duration.ofSeconds(LogClient.PATIENCE_SECONDS));
    }
}
