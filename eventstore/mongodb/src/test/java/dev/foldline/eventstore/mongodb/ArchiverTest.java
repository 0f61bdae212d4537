package dev.foldline.eventstore.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.archive.ArchiveOptions;
import dev.foldline.eventstore.archive.ArchiveProgress;
import dev.foldline.eventstore.archive.Archiver;
import dev.foldline.eventstore.archive.Restorer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever happens while commits leave for an archive, each is in one of the two, and found. */
class ArchiverTest extends ArchiverFixture {

    @Test
    void moves_all_but_what_is_kept_and_everything_is_still_found() {
        List<Commit> before = log.read(0, 0, 100);

        run(archive());

        assertThat(log.seal(0)).isEqualTo(40);
        assertThat(log.removable(0, 0, 100)).isEmpty();
        assertThat(log.read(0, 40, 100)).hasSize(10);
        assertWhole(before);
    }

    @Test
    void an_archiver_may_die_at_any_call_of_its_storage_and_the_next_one_goes_on() {
        List<Commit> before = log.read(0, 0, 100);
        boolean died = true;
        for (int calls = 0; died; calls++) {
            died = dies(new Archive(new BreakingStorage(storage(), calls)), log);
            assertWhole(before);
        }

        assertThat(log.seal(0)).isEqualTo(40);
        assertThat(log.removable(0, 0, 100)).isEmpty();
        new Restorer("casino", log, archive(), ArchiveProgress.NONE).verify();
    }

    @Test
    void an_archiver_may_die_at_any_call_of_the_store_and_the_next_one_goes_on() {
        List<Commit> before = log.read(0, 0, 100);
        boolean died = true;
        for (int calls = 0; died; calls++) {
            died = dies(archive(), BreakingLog.after(calls, log));
            assertWhole(before);
        }

        assertThat(log.seal(0)).isEqualTo(40);
        assertThat(log.removable(0, 0, 100)).isEmpty();
    }

    @Test
    void a_second_run_changes_nothing() throws IOException {
        run(archive());
        List<Path> files = files();

        run(archive());

        assertThat(files()).isEqualTo(files);
    }

    @Test
    void commits_that_are_not_old_enough_stay() {
        ArchiveOptions options = OPTIONS.withKeepFor(Duration.ofDays(30));

        new Archiver("casino", log, archive(), ArchiveProgress.NONE)
                .run(options, START.plus(Duration.ofDays(30)).plusSeconds(19));

        assertThat(log.seal(0)).isEqualTo(20);
    }

    @Test
    void what_is_restored_is_as_it_was() {
        List<Commit> before = log.read(0, 0, 100);
        run(archive());

        new Restorer("casino", log, archive(), ArchiveProgress.NONE).restore();

        assertThat(log.seal(0)).isZero();
        EventLog alone = fixture.connect().store().open(WALLETS);
        assertThat(alone.read(0, 0, 100)).isEqualTo(before);
        assertThat(alone.load("wallet-3", 0)).isEqualTo(of("wallet-3", before));
        run(archive());
        assertWhole(before);
    }
}
