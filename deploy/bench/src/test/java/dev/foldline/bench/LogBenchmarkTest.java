package dev.foldline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
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
        assertThat(out.resolve("log.md")).content().contains("| append, 64 callers | events/s |", "| full read");
        JsonNode rows =
                new ObjectMapper().readTree(out.resolve("log.json").toFile()).get("rows");
        assertThat(rows).hasSizeGreaterThan(8).allSatisfy(row -> assertThat(
                        row.at("/ratio/median").asDouble())
                .isPositive());
        assertThat(out.resolve("log.svg")).content().contains("<svg", "<path");
        assertThat(databases()).noneMatch(name -> name.startsWith("bench-"));
    }

    private List<String> databases() {
        try (MongoClient client = MongoClients.create(url)) {
            return client.listDatabaseNames().into(new ArrayList<>());
        }
    }
}
