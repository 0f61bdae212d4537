package dev.foldline.eventstore.mongodb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.StoreUnavailableException;
import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.archive.ArchiveOptions;
import dev.foldline.eventstore.archive.ArchiveProgress;
import dev.foldline.eventstore.archive.ArchiveStorage;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A log, of {@value #COMMITS} commits unless told otherwise, and a directory that its older ones can leave for. */
abstract class ArchiverFixture {

    static final LogDefinition WALLETS = new LogDefinition("casino", "wallet", 1);
    static final int COMMITS = 50;
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final ArchiveOptions OPTIONS = ArchiveOptions.defaults().withKeep(10).withSegmentCommits(15);

    final MongoServer server = new EmbeddedMongo();
    final MongoLogFixture fixture =
            new MongoLogFixture(server, MongoOptions.defaults().withSealNotice(Duration.ZERO));
    final ArchivableLog log = fixture.connect().store().openArchivable(WALLETS);

    @TempDir
    Path directory = Path.of("");

    @BeforeEach
    void append() {
        log.append(
                0,
                0,
                IntStream.range(0, commits()).mapToObj(ArchiverFixture::commit).toList());
    }

    int commits() {
        return COMMITS;
    }

    @AfterEach
    void close() {
        fixture.close();
        server.close();
    }

    void assertWhole(List<Commit> before) {
        EventLog opened = reader(archive());
        assertThat(opened.read(0, 0, 100)).isEqualTo(before);
        assertThat(opened.load("wallet-3", 0)).isEqualTo(of("wallet-3", before));
        assertThat(opened.find(0, before.get(7).commandId())).contains(before.get(7));
        assertThat(opened.head(0)).isEqualTo(COMMITS);
    }

    static List<Commit> of(String aggregateId, List<Commit> commits) {
        return commits.stream()
                .filter(commit -> commit.aggregateId().equals(aggregateId))
                .toList();
    }

    EventLog reader(Archive archive) {
        return fixture.connect().with(archive).store().open(WALLETS);
    }

    void run(Archive archive) {
        run(archive, OPTIONS);
    }

    void run(Archive archive, ArchiveOptions options) {
        new Archiver("casino", log, archive, ArchiveProgress.NONE).run(options, Instant.now());
    }

    void verify(Archive archive) {
        new Restorer("casino", log, archive, ArchiveProgress.NONE).verify();
    }

    /** Asks for the command again: it is answered as at first. */
    static void assertAnsweredAsAtFirst(EventLog opened, Commit first) {
        long version = opened.version(first.aggregateId());
        var again =
                new NewCommit(first.aggregateId(), version, first.commandId(), Instant.now(), first.events(), Map.of());
        assertThat(opened.append(0, opened.head(0), List.of(again)))
                .isEqualTo(new AppendResult.AlreadyCommitted(0, first));
    }

    static boolean dies(Archive archive, ArchivableLog log) {
        try {
            new Archiver("casino", log, archive, ArchiveProgress.NONE).run(OPTIONS, Instant.now());
            return false;
        } catch (StoreUnavailableException e) {
            return true;
        }
    }

    Archive archive() {
        return new Archive(storage());
    }

    ArchiveStorage storage() {
        return Archive.storage(directory.toUri(), List.of());
    }

    List<Path> segments() {
        return files().stream()
                .filter(file -> file.toString().endsWith(".segment"))
                .toList();
    }

    List<Path> manifests() {
        return files().stream()
                .filter(file -> file.getFileName().toString().startsWith("manifest-"))
                .toList();
    }

    List<Path> files() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Five wallets take turns, a commit each second. */
    static NewCommit commit(int number) {
        var event = new EventData("deposited", 1 + number % 2, ("{\"cents\":" + number + "}").getBytes(UTF_8));
        return new NewCommit(
                "wallet-" + number % 5,
                number / 5,
                UUID.randomUUID(),
                START.plusSeconds(number),
                List.of(event),
                number % 3 == 0 ? Map.of("actor", "ännchen") : Map.of());
    }
}
