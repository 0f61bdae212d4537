package dev.foldline.eventstore.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.ArchiveCorruptException;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.archive.ArchiveProgress;
import dev.foldline.eventstore.archive.Restorer;
import dev.foldline.eventstore.seam.ArchivableLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Damage is named, and where there is a doubt nothing is removed. */
class ArchiveDoubtTest extends ArchiverFixture {

    @Test
    void a_hole_that_the_archive_does_not_cover_is_a_loss() {
        run(archive());
        fixture.lose(WALLETS, 0, 45, 46);

        assertThatThrownBy(() -> reader(archive()).read(0, 0, 100))
                .isInstanceOf(LogTruncatedException.class)
                .hasMessageContaining("position 45");
        assertThatThrownBy(() -> reader(archive()).load("wallet-4", 0)).isInstanceOf(LogTruncatedException.class);
    }

    @Test
    void a_damaged_segment_is_named_and_nothing_more_leaves_the_store() throws IOException {
        ArchivableLog breaking = BreakingLog.before("remove", log);
        assertThat(dies(archive(), breaking)).isTrue();
        Path segment = segments().get(1);
        byte[] bytes = Files.readAllBytes(segment);
        bytes[100] ^= 1;
        Files.write(segment, bytes);

        assertThatThrownBy(() -> run(archive()))
                .isInstanceOf(ArchiveCorruptException.class)
                .hasMessageContaining(segment.getFileName().toString())
                .hasMessageContaining("positions 16 to 30")
                .hasMessageContaining("block at bytes 0 to");
        assertThat(log.removable(0, 15, 100)).isNotEmpty();
        assertThatThrownBy(() -> new Restorer("casino", log, archive(), ArchiveProgress.NONE).verify())
                .isInstanceOf(ArchiveCorruptException.class);
    }

    @Test
    void a_missing_segment_is_named() throws IOException {
        run(archive());
        Path segment = segments().getFirst();
        Files.delete(segment);

        assertThatThrownBy(() -> reader(archive()).read(0, 0, 10))
                .isInstanceOf(ArchiveCorruptException.class)
                .hasMessageContaining(segment.getFileName().toString());
    }

    @Test
    void another_archive_than_the_one_that_has_the_commits_is_refused() throws IOException {
        run(archive());
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));

        assertThatThrownBy(() -> reader(new Archive(Archive.storage(elsewhere.toUri(), List.of())))
                        .read(0, 0, 10))
                .isInstanceOf(ArchiveCorruptException.class)
                .hasMessageContaining("foldline.archive.url");
    }
}
