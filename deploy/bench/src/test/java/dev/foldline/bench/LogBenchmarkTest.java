package dev.foldline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LogBenchmarkTest {

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final String url = server.bindAndGetConnectionString();

    @AfterEach
    void stop() {
        server.shutdownNow();
    }

    @Test
    void measures_everything_and_leaves_a_table_figures_and_a_plot(@TempDir Path out) throws IOException {
        int status =
                new CommandLine(new LogBenchmark()).execute("--quick", "--mongodb-url", url, "--out", out.toString());

        assertThat(status).isZero();
        assertThat(out.resolve("log.md"))
                .content()
                .contains("| append, 64 callers | events/s |", "| full read", "Nothing lost, nothing doubled");
        JsonNode rows =
                new ObjectMapper().readTree(out.resolve("log.json").toFile()).get("rows");
        assertThat(rows).hasSizeGreaterThan(8).allSatisfy(row -> assertThat(
                        row.at("/ratio/median").asDouble())
                .isPositive());
        assertThat(out.resolve("log.svg")).content().contains("<svg", "<path");
        assertThat(databases()).noneMatch(name -> name.startsWith("bench-"));
    }

    @Test
    void says_that_something_was_lost(@TempDir Path out) {
        var forgetful = new MongoServer(new ForgetfulBackend());
        String to = forgetful.bindAndGetConnectionString();
        try {
            int status = new CommandLine(new LogBenchmark())
                    .execute("--quick", "--only", "appends", "--mongodb-url", to, "--out", out.toString());

            assertThat(status).isEqualTo(1);
            assertThat(out.resolve("log.md")).content().contains("NOT SOUND", "is not in the log");
        } finally {
            forgetful.shutdownNow();
        }
    }

    @Test
    void measures_only_what_is_asked_for(@TempDir Path out) throws IOException {
        int status = new CommandLine(new LogBenchmark())
                .execute("--quick", "--only", "bytes,snapshot", "--mongodb-url", url, "--out", out.toString());

        assertThat(status).isZero();
        JsonNode rows =
                new ObjectMapper().readTree(out.resolve("log.json").toFile()).get("rows");
        assertThat(rows.findValuesAsText("name"))
                .containsExactly(
                        "load of a snapshot and 50 events", "event in commits of 5", "event alone in its commit");
        assertThat(out.resolve("log.md")).content().contains("options of ours: n/a");
    }

    @Test
    void compares_sizes_on_disk_with_those_of_a_collection_that_is_made_as_ours_too(@TempDir Path out)
            throws IOException {
        var backend = new TellingBackend();
        var telling = new MongoServer(backend);
        String to = telling.bindAndGetConnectionString();
        try {
            int status = new CommandLine(new LogBenchmark())
                    .execute("--quick", "--only", "bytes", "--mongodb-url", to, "--out", out.toString());

            assertThat(status).isZero();
            JsonNode rows = new ObjectMapper()
                    .readTree(out.resolve("log.json").toFile())
                    .get("rows");
            assertThat(rows).hasSize(3);
            assertThat(rows.get(0).at("/ratio/median").asDouble()).isEqualTo(0.5);
            assertThat(rows.get(2).at("/name").asText()).isEqualTo("event in commits of 5, the driver's made as ours");
            assertThat(rows.get(2).at("/ratio/median").asDouble()).isEqualTo(1);
            assertThat(backend.engines.get(made(backend, "raw.as-ours")))
                    .isEqualTo(backend.engines.get(made(backend, "scan.wallet_events_00")));
        } finally {
            telling.shutdownNow();
        }
    }

    private static String made(TellingBackend backend, String ending) {
        return backend.engines.keySet().stream()
                .filter(name -> name.endsWith(ending))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void says_what_can_be_asked_for() {
        var said = new StringWriter();

        int status = new CommandLine(new LogBenchmark())
                .setErr(new PrintWriter(said))
                .execute("--only", "bytes,everything");

        assertThat(status).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(said.toString()).contains("appends, writers, owner, half-load, loads, snapshot, read, bytes");
    }

    private List<String> databases() {
        try (MongoClient client = MongoClients.create(url)) {
            return client.listDatabaseNames().into(new ArrayList<>());
        }
    }
}
