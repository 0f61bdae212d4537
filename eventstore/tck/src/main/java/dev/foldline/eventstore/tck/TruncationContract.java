package dev.foldline.eventstore.tck;

import static dev.foldline.eventstore.tck.Commits.commit;
import static dev.foldline.eventstore.tck.Commits.commits;
import static dev.foldline.eventstore.tck.Commits.idIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.NewCommit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A log that is shorter than it was, or has a hole, is noticed and named by whoever knew more of it. */
public interface TruncationContract extends LogContract {

    @Test
    default void a_reader_notices_that_the_log_ends_before_its_position() {
        EventLog log = open();
        log.append(1, 0, commits(idIn(log, 1, "a"), 10));
        fixture().lose(WALLETS, 1, 7, 10);

        assertThatThrownBy(() -> open().read(1, 9, 100))
                .isInstanceOf(LogTruncatedException.class)
                .hasMessageContaining("wallet/1")
                .hasMessageContaining("position 9")
                .hasMessageContaining("position 6");
        assertThat(open().read(1, 6, 100)).isEmpty();
        assertThat(open().read(1, 5, 100)).hasSize(1);
    }

    @Test
    default void a_reader_notices_a_hole() {
        EventLog log = open();
        log.append(0, 0, commits(idIn(log, 0, "a"), 10));
        fixture().lose(WALLETS, 0, 5, 5);

        assertThatThrownBy(() -> open().read(0, 2, 100))
                .isInstanceOf(LogTruncatedException.class)
                .hasMessageContaining("position 5");
        assertThatThrownBy(() -> open().load(idIn(log, 0, "a"), 0))
                .isInstanceOf(LogTruncatedException.class)
                .hasMessageContaining("version 4");
        assertThat(open().read(0, 2, 2)).hasSize(2);
    }

    @Test
    default void a_reader_notices_that_the_beginning_is_missing() {
        EventLog log = open();
        log.append(0, 0, commits(idIn(log, 0, "a"), 4));
        fixture().lose(WALLETS, 0, 1, 2);

        assertThatThrownBy(() -> open().read(0, 0, 100)).isInstanceOf(LogTruncatedException.class);
        assertThatThrownBy(() -> open().load(idIn(log, 0, "a"), 0)).isInstanceOf(LogTruncatedException.class);
    }

    @Test
    default void a_process_notices_that_the_head_is_below_one_it_saw() {
        EventLog writer = open();
        writer.append(0, 0, commits(idIn(writer, 0, "a"), 10));
        EventLog reader = open();
        assertThat(reader.heads()).containsExactly(10L, 0L);
        fixture().lose(WALLETS, 0, 8, 10);

        assertThatThrownBy(reader::heads).isInstanceOf(LogTruncatedException.class);
        assertThatThrownBy(() -> writer.head(0)).isInstanceOf(LogTruncatedException.class);
        assertThat(open().head(0)).isEqualTo(7);
    }

    @Test
    default void a_process_that_just_came_does_not_append_beyond_the_end() {
        EventLog log = open();
        log.append(0, 0, commits(idIn(log, 0, "a"), 3));

        assertThatThrownBy(() -> open().append(0, 5, List.of(commit(idIn(log, 0, "b"), 0))))
                .isInstanceOf(LogTruncatedException.class);
        assertThat(log.head(0)).isEqualTo(3);
    }

    @Test
    default void a_writer_that_reconnects_to_a_restored_log_appends_nothing() {
        LogClient client = fixture().connect();
        EventLog log = client.store().open(WALLETS);
        log.append(0, 0, commits(idIn(log, 0, "a"), 10));
        fixture().lose(WALLETS, 0, 6, 10);
        client.network().breakConnections();

        assertTruncated(log, 10, commit(idIn(log, 0, "b"), 0));
        assertThat(open().head(0)).isEqualTo(5);
    }

    @Test
    default void a_writer_that_reconnects_notices_when_others_have_filled_up_the_restored_log() {
        LogClient client = fixture().connect();
        EventLog log = client.store().open(WALLETS);
        log.append(0, 0, commits(idIn(log, 0, "a"), 10));
        fixture().lose(WALLETS, 0, 6, 10);
        EventLog other = open();
        other.append(0, 5, commits(idIn(log, 0, "b"), 5));
        client.network().breakConnections();

        assertTruncated(log, 10, commit(idIn(log, 0, "c"), 0));
        assertThat(other.head(0)).isEqualTo(10);
    }

    private static void assertTruncated(EventLog log, long tail, NewCommit commit) {
        assertThatThrownBy(() -> Retry.untilAvailable(() -> log.append(0, tail, List.of(commit))))
                .isInstanceOf(LogTruncatedException.class)
                .hasMessageContaining("wallet/0")
                .hasMessageContaining("position " + tail);
    }
}
