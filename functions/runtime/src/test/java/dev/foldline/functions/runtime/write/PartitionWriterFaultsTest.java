package dev.foldline.functions.runtime.write;

import static java.util.UUID.randomUUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.LogArchivedException;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.StoreUnavailableException;
import dev.foldline.functions.CommandOptions;
import dev.foldline.functions.DeadlineExceededException;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.runtime.write.Counter.Change;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Time, handlers and stores fail, and nothing is lost or done twice. */
class PartitionWriterFaultsTest extends PartitionWriterFixture {

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
    void what_was_remembered_when_the_archive_was_missed_is_read_anew() {
        send("a", 5);
        AtomicBoolean archived = new AtomicBoolean(true);
        log.beforeAppend(() -> {
            if (archived.getAndSet(false)) {
                throw new LogArchivedException(log.descriptor().partition(0), 1);
            }
        });
        assertThatThrownBy(() -> writer.write(List.of(pending("a", 1)))).isInstanceOf(LogArchivedException.class);
        writer(log, announced).write(List.of(pending("a", 10)));
        assertThat(send("a", 1)).isEqualTo(accepted("a", 3, 3));
    }

    private static void failOnce(AtomicBoolean away) {
        if (away.getAndSet(false)) {
            throw new StoreUnavailableException("the store is away", null);
        }
    }
}
