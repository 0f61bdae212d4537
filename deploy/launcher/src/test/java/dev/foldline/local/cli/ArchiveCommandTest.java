package dev.foldline.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.mongodb.ConnectionEpoch;
import dev.foldline.eventstore.mongodb.MongoEventStore;
import dev.foldline.eventstore.mongodb.MongoOptions;
import dev.foldline.eventstore.seam.ArchivableLog;
import dev.foldline.local.Await;
import java.io.IOException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code archive} beside what {@code up} has started, with a stub for the application. */
@SuppressWarnings("NullAway.Init")
class ArchiveCommandTest {

    private static final LogDefinition WALLETS = new LogDefinition("wallet", "wallet", 1);
    private static final int COMMITS = 30;

    @TempDir
    Path directory;

    private Launcher foldline;
    private MongoClient client;
    private MongoEventStore store;

    @BeforeEach
    void prepare() throws Exception {
        foldline = new Launcher(directory).withBrokerAndPostgresElsewhere();
        var epoch = new ConnectionEpoch();
        var server = new ConnectionString("mongodb://127.0.0.1:" + foldline.mongodb);
        client = MongoClients.create(epoch.watch(MongoClientSettings.builder().applyConnectionString(server))
                .build());
        store = new MongoEventStore(client, epoch, MongoOptions.defaults());
    }

    @AfterEach
    void stopEverything() throws Exception {
        client.close();
        foldline.stopWhatRuns();
    }

    @Test
    void finds_the_server_and_the_archive_by_itself() throws Exception {
        upWithCommits();

        Launcher.Result nothing = foldline.run("archive", "run", "wallet");
        assertThat(nothing.exitCode()).as(nothing.err()).isZero();
        assertThat(nothing.out()).contains("nothing to move", "newest 10,000", "--keep");
        sealAllButTen();

        assertThat(foldline.run("archive", "status", "wallet/wallet").out())
                .containsPattern("wallet/0 +20 +30")
                .contains(foldline.state.resolve("archive").toString());
        assertThat(foldline.run("archive", "verify", "wallet").out()).contains("20 commits in 1 segment,");
        assertThat(foldline.run("archive", "restore", "wallet").out()).contains("Put 19 commits back");
        assertThat(log().sealNow(0)).isZero();
    }

    @Test
    void what_no_manifest_names_is_removed_and_what_nobody_knows_is_left_alone() throws Exception {
        upWithCommits();
        sealAllButTen();
        Path segment = segment();
        String name = segment.getFileName().toString();
        Path orphan = segment.resolveSibling(name.replaceFirst("^0*1-", "2-"));
        Path unknown = segment.resolveSibling("notes.txt");
        Files.copy(segment, orphan);
        Files.createFile(unknown);

        Launcher.Result clean = foldline.run("archive", "clean", "wallet");

        assertThat(clean.exitCode()).as(clean.err()).isZero();
        assertThat(clean.out())
                .contains("wallet/0: removed " + orphan.getFileName(), "wallet/0: left alone notes.txt")
                .contains("Removed 1 file that no manifest names", "1 file stayed");
        assertThat(segment).exists();
        assertThat(unknown).exists();
        assertThat(orphan).doesNotExist();
        assertThat(foldline.run("archive", "verify", "wallet").out()).contains("20 commits in 1 segment,");
    }

    @Test
    void events_are_printed_across_the_seam() throws Exception {
        upWithCommits();
        sealAllButTen();
        ArchivableLog log = log();
        log.remove(0, log.removable(0, 0, COMMITS));

        Launcher.Result events = foldline.run("events", "wallet/wallet", "--limit=0");

        assertThat(events.exitCode()).as(events.err()).isZero();
        assertThat(events.out().lines()).hasSize(COMMITS);
    }

    @Test
    void a_damaged_segment_is_named() throws Exception {
        upWithCommits();
        sealAllButTen();
        Path segment = damagedSegment();

        Launcher.Result verify = foldline.run("archive", "verify", "wallet");

        assertThat(verify.exitCode()).isOne();
        assertThat(verify.err())
                .contains("archive-corrupt: ", segment.getFileName().toString(), "block at bytes 0 to ")
                .contains("positions 1 to 20 of wallet/0", "Bring the file back from a copy")
                .doesNotContain("at dev.foldline");
    }

    @Test
    void the_application_is_told_of_the_archive_if_it_can_read_one() throws Exception {
        foldline.up("--detach");
        assertThat(foldline.variableOfApp("FOLDLINE_ARCHIVE_URL")).isEmpty();
        foldline.run("down");
        Files.createFile(Files.createDirectories(directory.resolve("lib/main"))
                .resolve("dev.foldline.foldline-eventstore-archive-1.jar"));

        foldline.up("--detach");

        assertThat(foldline.variableOfApp("FOLDLINE_ARCHIVE_URL"))
                .isEqualTo(foldline.state.resolve("archive").toUri().toString());
    }

    @Test
    void functions_that_cannot_read_an_archive_are_not_stopped_by_one() throws Exception {
        new StubProject(directory.resolve("home"));
        foldline.up("--split", "--detach");

        Launcher.Result run = foldline.run("archive", "run", "wallet");

        assertThat(run.exitCode()).isOne();
        assertThat(run.err())
                .contains("Nothing was moved", "wallet/place-bet", "-Darchive", "FOLDLINE_ARCHIVE_URL")
                .doesNotContain("gateway");
    }

    @Test
    void nothing_is_moved_to_where_what_runs_does_not_look() throws Exception {
        upWithCommits();
        Path elsewhere = directory.resolve("elsewhere");

        Launcher.Result run = foldline.run("archive", "run", "wallet", "--keep=10", "--archive=" + elsewhere);

        assertThat(run.exitCode()).isOne();
        assertThat(run.err())
                .contains("Nothing was moved", foldline.state.resolve("archive").toString(), elsewhere.toString());
        assertThat(log().sealNow(0)).isZero();
        assertThat(elsewhere).doesNotExist();
    }

    @Test
    void says_what_is_missing() throws Exception {
        Launcher.Result nowhere = foldline.run("archive", "status", "wallet");
        assertThat(nowhere.exitCode()).isOne();
        assertThat(nowhere.err()).contains("./foldline up", "--mongodb-url", "FOLDLINE_MONGODB_URL");

        upWithCommits();
        Launcher.Result other = foldline.run("archive", "verify", "wallet/purse");
        assertThat(other.exitCode()).isOne();
        assertThat(other.err()).contains("no log wallet/purse", "the context has wallet/wallet");
    }

    private void upWithCommits() throws Exception {
        Launcher.Result up = foldline.up("--detach");
        assertThat(up.exitCode()).as(up.err()).isZero();
        log().append(
                        0,
                        0,
                        IntStream.range(0, COMMITS)
                                .mapToObj(ArchiveCommandTest::commit)
                                .toList());
    }

    /** The command is killed while it waits before it removes something. */
    private void sealAllButTen() throws Exception {
        Process run = foldline.start(List.of("archive", "run", "wallet", "--keep=10"));
        ArchivableLog log = log();
        boolean sealed = Await.until(Duration.ofSeconds(30), () -> !run.isAlive() || log.sealNow(0) == 20);
        assertThat(run.isAlive() && sealed).as(foldline.output(run, "err")).isTrue();
        run.destroyForcibly().onExit().join();
    }

    private Path damagedSegment() throws IOException {
        Path segment = segment();
        byte[] bytes = Files.readAllBytes(segment);
        bytes[100] ^= 1;
        return Files.write(segment, bytes);
    }

    private Path segment() throws IOException {
        try (Stream<Path> files = Files.walk(foldline.state.resolve("archive"))) {
            return files.filter(file -> file.toString().endsWith(".segment"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private ArchivableLog log() {
        return store.openArchivable(WALLETS);
    }

    private static NewCommit commit(int number) {
        var event = new EventData("deposited", 1, ("{\"cents\":" + number + "}").getBytes(UTF_8));
        return new NewCommit(
                "w-1", number, UUID.randomUUID(), Instant.EPOCH.plusSeconds(number), List.of(event), Map.of());
    }
}
