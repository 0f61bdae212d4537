package dev.foldline.eventstore.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogArchivedException;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.StoreUnavailableException;
import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.archive.ArchiveProgress;
import dev.foldline.eventstore.archive.Restorer;
import dev.foldline.eventstore.seam.ArchivableLog;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who reads and writes a log whose older commits have left crosses the seam unaware, or is told what is missing. */
class ArchiveSeamTest extends ArchiverFixture {

    @Test
    void a_process_that_opened_the_log_before_crosses_the_seam_unaware() {
        EventLog opened = reader(archive());
        List<Commit> before = opened.read(0, 0, 100);

        run(archive());

        assertThat(opened.read(0, 0, 100)).isEqualTo(before);
        assertThat(opened.read(0, 37, 5)).isEqualTo(before.subList(37, 42));
        assertThat(opened.load("wallet-3", 0)).isEqualTo(of("wallet-3", before));
        assertThat(opened.version("wallet-3")).isEqualTo(10);
        assertThat(opened.version("nobody")).isZero();
    }

    @Test
    void a_command_that_was_archived_years_ago_is_not_executed_again() {
        Commit old = log.read(0, 6, 1).getFirst();
        EventLog opened = reader(archive());
        run(archive());
        NewCommit again = new NewCommit("wallet-0", 10, old.commandId(), START, old.events(), Map.of());
        NewCommit first = new NewCommit("wallet-9", 0, UUID.randomUUID(), START, old.events(), Map.of());

        assertThat(opened.find(0, old.commandId())).contains(old);
        assertThat(opened.append(0, COMMITS, List.of(first, again)))
                .isEqualTo(new AppendResult.AlreadyCommitted(1, old));
        assertThat(opened.append(0, 6, List.of(again))).isEqualTo(new AppendResult.AlreadyCommitted(0, old));
        assertThat(opened.head(0)).isEqualTo(COMMITS + 1);
    }

    @Test
    void nothing_is_appended_where_archived_commits_have_been() {
        EventLog opened = reader(archive());
        run(archive());

        assertThat(opened.append(0, 5, List.of(commit(99)))).isEqualTo(new AppendResult.TailMoved(0));
        assertThat(log.removable(0, 0, 10)).isEmpty();
    }

    @Test
    void without_its_archive_a_command_is_not_executed_at_all() {
        Archive archive = archive();
        run(archive);
        EventLog opened = reader(new Archive(new BreakingStorage(storage(), 0)));

        assertThatThrownBy(() -> opened.append(0, COMMITS, List.of(commit(COMMITS))))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(log.head(0)).isEqualTo(COMMITS);
    }

    @Test
    void a_process_that_knows_no_archive_is_told_so() {
        run(archive());
        EventLog opened = fixture.connect().store().open(WALLETS);

        assertThatThrownBy(() -> opened.read(0, 0, 10))
                .isInstanceOf(LogArchivedException.class)
                .hasMessageContaining("foldline.archive.url");
        assertThatThrownBy(() -> opened.load("wallet-3", 0)).isInstanceOf(LogArchivedException.class);
        assertThatThrownBy(() -> opened.append(0, COMMITS, List.of(commit(COMMITS))))
                .isInstanceOf(LogArchivedException.class);
        assertThat(opened.read(0, 40, 100)).hasSize(10);
    }

    @Test
    void who_reads_while_a_restorer_that_dies_puts_commits_back_takes_no_hole_for_a_loss() {
        List<Commit> before = log.read(0, 0, 100);
        run(archive());
        EventLog alone = fixture.connect().store().open(WALLETS);
        boolean died = true;
        for (int calls = 0; died; calls++) {
            died = restoringDies(BreakingLog.after(calls, log));
            assertWhole(before);
            assertWholeOrArchived(alone, before);
        }

        assertThat(log.seal(0)).isZero();
        assertThat(alone.read(0, 0, 100)).isEqualTo(before);
    }

    private void assertWholeOrArchived(EventLog alone, List<Commit> before) {
        try {
            assertThat(alone.read(0, 0, 100)).isEqualTo(before);
            assertThat(alone.load("wallet-3", 0)).isEqualTo(of("wallet-3", before));
        } catch (LogArchivedException e) {
            assertThat(e.through()).isEqualTo(40);
        }
    }

    private boolean restoringDies(ArchivableLog breaking) {
        try {
            new Restorer("casino", breaking, archive(), ArchiveProgress.NONE).restore();
            return false;
        } catch (StoreUnavailableException e) {
            return true;
        }
    }
}
