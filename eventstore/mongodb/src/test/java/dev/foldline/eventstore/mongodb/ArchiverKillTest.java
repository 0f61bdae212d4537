package dev.foldline.eventstore.mongodb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.archive.ArchiveCleaner;
import dev.foldline.eventstore.archive.ArchiveOptions;
import dev.foldline.eventstore.archive.ArchiveProgress;
import dev.foldline.eventstore.archive.Archiver;
import dev.foldline.eventstore.archive.Restorer;
import dev.foldline.eventstore.seam.ArchivableLog;
import dev.foldline.eventstore.tck.server.EmbeddedMongo;
import dev.foldline.eventstore.tck.server.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An archiver's process is killed in the middle of a move, and another one goes on. */
class ArchiverKillTest {

    private static final MongoServer SERVER = new EmbeddedMongo();
    private static final LogDefinition WALLETS = new LogDefinition("casino", "wallet", 1);
    private static final int COMMITS = 2_300;
    private static final int AGGREGATES = 7;
    private static final int SEALED = 2_200;

    /** Three segments, and so much to remove that it takes several calls. */
    private static final ArchiveOptions OPTIONS =
            ArchiveOptions.defaults().withKeep(COMMITS - SEALED).withSegmentCommits(800);

    private final MongoLogFixture fixture =
            new MongoLogFixture(SERVER, MongoOptions.defaults().withSealNotice(Duration.ZERO));
    private final ArchivableLog log = fixture.connect().store().openArchivable(WALLETS);

    @TempDir
    private Path directory = Path.of("");

    @AfterEach
    void close() {
        fixture.close();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_lost_or_done_twice(ArchiverStep step) {
        log.append(0, 0, IntStream.range(0, COMMITS).mapToObj(this::commit).toList());
        List<Commit> before = log.read(0, 0, COMMITS);
        EventLog opened = fixture.connect().with(archive()).store().open(WALLETS);

        ArchiverProcess.killAt(
                step, SERVER.connectionString(), fixture.options().databasePrefix(), WALLETS, OPTIONS, directory);

        assertWhole(opened, before);
        archiver().run(OPTIONS, Instant.now());
        assertThat(log.sealNow(0)).isEqualTo(SEALED);
        assertThat(log.removable(0, 0, COMMITS)).isEmpty();
        new Restorer("casino", log, archive(), ArchiveProgress.NONE).verify();
        assertWhole(opened, before);
        new ArchiveCleaner("casino", log, archive(), ArchiveProgress.NONE).clean();
        assertThat(files(".segment")).hasSize(segmentsOfLastManifest());
        new Restorer("casino", log, archive(), ArchiveProgress.NONE).verify();
        assertWhole(fixture.connect().with(archive()).store().open(WALLETS), before);
    }

    private int segmentsOfLastManifest() {
        try {
            return Files.readString(files(".json").getLast()).split("\"name\"", -1).length - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files(String suffix) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertWhole(EventLog opened, List<Commit> before) {
        assertThat(opened.read(0, 0, COMMITS + 1)).isEqualTo(before);
        for (int aggregate = 0; aggregate < AGGREGATES; aggregate++) {
            String id = "wallet-" + aggregate;
            assertThat(opened.load(id, 0))
                    .isEqualTo(before.stream()
                            .filter(commit -> commit.aggregateId().equals(id))
                            .toList());
        }
        for (int position : List.of(1, 800, 801, 1_000, 1_001, SEALED - 1, SEALED, SEALED + 1, COMMITS)) {
            assertAnsweredAsAtFirst(opened, before.get(position - 1));
        }
        assertThat(opened.head(0)).isEqualTo(COMMITS);
    }

    private static void assertAnsweredAsAtFirst(EventLog opened, Commit first) {
        long version = opened.version(first.aggregateId());
        var again =
                new NewCommit(first.aggregateId(), version, first.commandId(), Instant.now(), first.events(), Map.of());

        assertThat(opened.append(0, COMMITS, List.of(again))).isEqualTo(new AppendResult.AlreadyCommitted(0, first));
    }

    private Archiver archiver() {
        return new Archiver("casino", log, archive(), ArchiveProgress.NONE);
    }

    private Archive archive() {
        return new Archive(Archive.storage(directory.toUri(), List.of()));
    }

    private NewCommit commit(int number) {
        var event = new EventData("deposited", 1, ("{\"cents\":" + number + "}").getBytes(UTF_8));
        return new NewCommit(
                "wallet-" + number % AGGREGATES,
                number / AGGREGATES,
                UUID.randomUUID(),
                Instant.EPOCH.plusSeconds(number),
                List.of(event),
                Map.of());
    }
}
