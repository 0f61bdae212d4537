package dev.foldline.eventstore.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.archive.ArchiveCleaner;
import dev.foldline.eventstore.archive.ArchiveOptions;
import dev.foldline.eventstore.archive.ArchiveProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An archiver's process is killed in the middle of a move, and another one goes on. */
class ArchiverKillTest extends ArchiverFixture {

    private static final int MANY = 2_300;
    private static final int SEALED = 2_200;

    /** Three segments, and so much to remove that it takes several calls. */
    private static final ArchiveOptions THREE_SEGMENTS =
            ArchiveOptions.defaults().withKeep(MANY - SEALED).withSegmentCommits(800);

    @Override
    int commits() {
        return MANY;
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_lost_or_done_twice(ArchiverStep step) {
        List<Commit> before = log.read(0, 0, MANY);
        EventLog opened = reader(archive());

        ArchiverProcess.killAt(
                step,
                server.connectionString(),
                fixture.options().databasePrefix(),
                WALLETS,
                THREE_SEGMENTS,
                directory);

        assertWhole(opened, before);
        run(archive(), THREE_SEGMENTS);
        assertThat(log.sealNow(0)).isEqualTo(SEALED);
        assertThat(log.removable(0, 0, MANY)).isEmpty();
        verify(archive());
        assertWhole(opened, before);
        new ArchiveCleaner("casino", log, archive(), ArchiveProgress.NONE).clean();
        assertThat(segments()).hasSize(segmentsOfLastManifest());
        verify(archive());
        assertWhole(reader(archive()), before);
    }

    private int segmentsOfLastManifest() {
        try {
            return Files.readString(manifests().getLast()).split("\"name\"", -1).length - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertWhole(EventLog opened, List<Commit> before) {
        assertThat(opened.read(0, 0, MANY + 1)).isEqualTo(before);
        before.stream().map(Commit::aggregateId).distinct().forEach(id -> assertThat(opened.load(id, 0))
                .isEqualTo(of(id, before)));
        for (int position : List.of(1, 800, 801, 1_000, 1_001, SEALED - 1, SEALED, SEALED + 1, MANY)) {
            assertAnsweredAsAtFirst(opened, before.get(position - 1));
        }
        assertThat(opened.head(0)).isEqualTo(MANY);
    }
}
