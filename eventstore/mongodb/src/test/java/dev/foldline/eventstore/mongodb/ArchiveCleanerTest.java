package dev.foldline.eventstore.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.ArchiveCorruptException;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.StoreUnavailableException;
import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.archive.ArchiveCleaner;
import dev.foldline.eventstore.archive.ArchiveProgress;
import dev.foldline.eventstore.seam.ArchivableLog;
import dev.foldline.eventstore.seam.ArchiveClaim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What archivers that died have left goes, and nothing else does. */
class ArchiveCleanerTest extends ArchiverFixture {

    private final List<String> removed = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    @Test
    void what_an_archiver_leaves_that_dies_at_any_call_of_the_store_is_removed_before_the_next_one_goes_on() {
        List<Commit> before = log.read(0, 0, 100);
        boolean died = true;
        for (int calls = 0; died; calls++) {
            died = dies(archive(), BreakingLog.after(calls, log));
            assertCleanAndWhole(before);
        }

        assertThat(log.seal(0)).isEqualTo(40);
        assertThat(removed).isNotEmpty();
        assertThat(kept).isEmpty();
    }

    @Test
    void what_an_archiver_leaves_that_dies_at_any_call_of_its_storage_is_removed_before_the_next_one_goes_on() {
        List<Commit> before = log.read(0, 0, 100);
        boolean died = true;
        for (int calls = 0; died; calls++) {
            died = dies(new Archive(new BreakingStorage(storage(), calls)), log);
            assertCleanAndWhole(before);
        }

        assertThat(log.seal(0)).isEqualTo(40);
        assertThat(removed).isNotEmpty();
        assertThat(kept).isEmpty();
    }

    @Test
    void a_cleaner_may_die_at_any_call_and_the_next_one_goes_on() throws IOException {
        List<Commit> before = log.read(0, 0, 100);
        run(archive());
        ArchiveClaim found = log.claimed(0);
        boolean died = true;
        for (int calls = 0; died; calls++) {
            Path orphan = orphan("00-00-000000000000-0.segment");
            boolean withoutStorage = cleaningDies(new Archive(new BreakingStorage(storage(), calls)), log);
            boolean withoutStore = cleaningDies(archive(), BreakingLog.after(calls, log));
            died = withoutStorage || withoutStore;
            assertWhole(before);
            clean();
            assertThat(orphan).doesNotExist();
        }

        assertThat(log.claimed(0).through()).isEqualTo(found.through());
        assertCleanAndWhole(before);
    }

    @Test
    void unfinished_files_go_with_what_they_would_have_become() throws IOException {
        run(archive());
        Path segment = orphan(
                ".unfinished-" + UUID.randomUUID() + "-" + segments().getFirst().getFileName());
        Path manifest = orphan(".unfinished-" + UUID.randomUUID() + "-manifest-000000001.json");

        clean();

        assertThat(segment).doesNotExist();
        assertThat(manifest).doesNotExist();
        assertThat(kept).isEmpty();
    }

    @Test
    void what_somebody_may_still_name_stays_and_is_named() throws IOException {
        run(archive());
        orphan("0000000000000000041-0000000000000000045-0123456789ab-0.segment");
        List<String> doubtful = List.of(
                "0000000000000000041-0000000000000000045-0123456789ab-999.segment",
                "0000000000000000041-0000000000000000045-0123456789ab.segment",
                ".unfinished-" + UUID.randomUUID(),
                ".unfinished-" + UUID.randomUUID() + "-manifest-999999999.json",
                "copy-of-a-manifest.json");
        for (String name : doubtful) {
            orphan(name);
        }

        clean();

        assertThat(removed).hasSize(1);
        assertThat(kept).containsExactlyInAnyOrderElementsOf(doubtful);
        ArchiveClaim claimed = log.claimed(0);
        clean();
        assertThat(log.claimed(0))
                .as("where nothing can be removed nothing is claimed")
                .isEqualTo(claimed);
    }

    @Test
    void what_is_written_while_it_is_at_work_stays_until_the_next_one() throws IOException {
        run(archive());
        orphan("00-00-000000000000-0.segment");
        String writing = "00-00-000000000000-" + (log.claimed(0).number() + 1) + ".segment";
        orphan(writing);

        clean();
        assertThat(kept).containsExactly(writing);
        clean();
        assertThat(removed).hasSize(2).contains(writing);
    }

    @Test
    void a_second_one_changes_nothing() throws IOException {
        run(archive());
        orphan("00-00-000000000000-0.segment");
        clean();
        List<Path> files = files();
        ArchiveClaim claimed = log.claimed(0);

        clean();

        assertThat(files()).isEqualTo(files);
        assertThat(log.claimed(0)).isEqualTo(claimed);
        assertThat(removed).hasSize(1);
    }

    @Test
    void nothing_is_removed_from_an_archive_that_has_not_what_it_should_or_cannot_be_read() throws IOException {
        run(archive());
        Path orphan = orphan("00-00-000000000000-0.segment");
        for (Path manifest : manifests()) {
            Files.writeString(manifest, "{}");
        }
        assertThatThrownBy(this::clean).isInstanceOf(ArchiveCorruptException.class);
        for (Path manifest : manifests()) {
            Files.delete(manifest);
        }
        assertThatThrownBy(this::clean)
                .isInstanceOf(ArchiveCorruptException.class)
                .hasMessageContaining("is it this one");
        assertThat(orphan).exists();
        assertThat(segments()).hasSize(4);
    }

    private void assertCleanAndWhole(List<Commit> before) {
        clean();
        assertWhole(before);
        assertThat(files()).allMatch(file -> manifests().contains(file) || named(file));
        verify(archive());
    }

    private boolean named(Path segment) {
        return manifests().stream().anyMatch(manifest -> {
            try {
                return Files.readString(manifest).contains(segment.getFileName().toString());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    private Path orphan(String name) throws IOException {
        return Files.createFile(segments().getFirst().resolveSibling(name));
    }

    private void clean() {
        cleaner(archive(), log).clean();
    }

    private static boolean cleaningDies(Archive archive, ArchivableLog log) {
        try {
            new ArchiveCleaner("casino", log, archive, ArchiveProgress.NONE).clean();
            return false;
        } catch (StoreUnavailableException e) {
            return true;
        }
    }

    private ArchiveCleaner cleaner(Archive archive, ArchivableLog cleaned) {
        return new ArchiveCleaner("casino", cleaned, archive, new ArchiveProgress() {
            @Override
            public void orphan(Partition partition, String name, boolean gone) {
                (gone ? removed : kept).add(name);
            }
        });
    }
}
