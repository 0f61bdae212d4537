package dev.foldline.eventstore.mongodb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.ArchiveCorruptException;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogArchivedException;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.LogTruncatedException;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens while commits leave for an archive, each is in one of the two, and found. */
class ArchiverTest {

    private static final MongoServer SERVER = new EmbeddedMongo();
    private static final LogDefinition WALLETS = new LogDefinition("casino", "wallet", 1);
    private static final int COMMITS = 50;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final ArchiveOptions OPTIONS =
            ArchiveOptions.defaults().withKeep(10).withSegmentCommits(15);

    private final MongoLogFixture fixture =
            new MongoLogFixture(SERVER, MongoOptions.defaults().withSealNotice(Duration.ZERO));
    private final ArchivableLog log = fixture.connect().store().openArchivable(WALLETS);

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void append() {
        log.append(
                0, 0, IntStream.range(0, COMMITS).mapToObj(ArchiverTest::commit).toList());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

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
    void a_hole_that_the_archive_does_not_cover_is_a_loss() {
        run(archive());
        fixture.lose(WALLETS, 0, 45, 46);

        assertThatThrownBy(() -> reader(archive()).read(0, 0, 100))
                .isInstanceOf(LogTruncatedException.class)
                .hasMessageContaining("position 45");
        assertThatThrownBy(() -> reader(archive()).load("wallet-4", 0)).isInstanceOf(LogTruncatedException.class);
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

    private void assertWhole(List<Commit> before) {
        EventLog opened = reader(archive());
        assertThat(opened.read(0, 0, 100)).isEqualTo(before);
        assertThat(opened.load("wallet-3", 0)).isEqualTo(of("wallet-3", before));
        assertThat(opened.find(0, before.get(7).commandId())).contains(before.get(7));
        assertThat(opened.head(0)).isEqualTo(COMMITS);
    }

    private static List<Commit> of(String aggregateId, List<Commit> commits) {
        return commits.stream()
                .filter(commit -> commit.aggregateId().equals(aggregateId))
                .toList();
    }

    private EventLog reader(Archive archive) {
        return fixture.connect().with(archive).store().open(WALLETS);
    }

    private void run(Archive archive) {
        new Archiver("casino", log, archive, ArchiveProgress.NONE).run(OPTIONS, Instant.now());
    }

    private static boolean dies(Archive archive, ArchivableLog log) {
        try {
            new Archiver("casino", log, archive, ArchiveProgress.NONE).run(OPTIONS, Instant.now());
            return false;
        } catch (StoreUnavailableException e) {
            return true;
        }
    }

    private Archive archive() {
        return new Archive(storage());
    }

    private ArchiveStorage storage() {
        return Archive.storage(directory.toUri(), List.of());
    }

    private List<Path> segments() {
        return files().stream()
                .filter(file -> file.toString().endsWith(".segment"))
                .toList();
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Five wallets take turns, a commit each second. */
    private static NewCommit commit(int number) {
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
