package dev.foldline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.archive.ArchiveOptions;
import dev.foldline.eventstore.archive.ArchiveProgress;
import dev.foldline.eventstore.archive.Archiver;
import dev.foldline.eventstore.mongodb.ConnectionEpoch;
import dev.foldline.eventstore.mongodb.MongoEventStore;
import dev.foldline.eventstore.mongodb.MongoOptions;
import dev.foldline.eventstore.tck.server.EmbeddedMongo;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@SuppressWarnings("NullAway.Init")
class EventsCommandTest {

    private static final LogDefinition WALLETS = new LogDefinition("wallet", "wallet", 2);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final EmbeddedMongo server = new EmbeddedMongo();
    private final ConnectionEpoch epoch = new ConnectionEpoch();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private MongoClient client;
    private MongoEventStore store;
    private EventLog log;

    @BeforeEach
    void open() {
        client = MongoClients.create(
                epoch.watch(MongoClientSettings.builder().applyConnectionString(server.connectionString()))
                        .build());
        store = new MongoEventStore(client, epoch, MongoOptions.defaults().withSealNotice(Duration.ZERO));
        log = store.open(WALLETS);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void prints_the_whole_log_by_time_with_everything_a_commit_has() throws Exception {
        append("anna", 0, "opened");
        append("bert", 1, "opened");
        append("anna", 2, "filled");

        List<JsonNode> lines = events("wallet/wallet");
        assertThat(lines).extracting(line -> line.path("aggregate").asText()).containsExactly("anna", "bert", "anna");
        JsonNode last = lines.getLast();
        assertThat(last.path("partition").asText()).isEqualTo(partitionOf("anna"));
        assertThat(last.path("version").asLong()).isEqualTo(1);
        assertThat(last.path("time").asText()).isEqualTo("2026-03-01T12:02:00Z");
        assertThat(last.path("events").path(0).path("type").asText()).isEqualTo("filled");
        assertThat(last.path("events").path(0).path("data").path("minute").asInt())
                .isEqualTo(2);
        assertThat(last.path("metadata").path("actor").asText()).isEqualTo("tester");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void what_it_says_at_the_limit_goes_on_after_it() throws Exception {
        for (int minute = 0; minute < 5; minute++) {
            append(minute % 2 == 0 ? "anna" : "bert", minute, "filled");
        }
        assertThat(minutes(events("wallet/wallet", "--limit", "2"))).containsExactly(0, 1);
        String rest = err.toString().strip();
        String token = rest.substring(rest.lastIndexOf(' ') + 1);
        assertThat(minutes(events("wallet/wallet", "--after", token, "--limit", "0")))
                .containsExactly(2, 3, 4);

        assertThat(minutes(events("wallet/wallet", "--id", "anna", "--limit", "2")))
                .containsExactly(0, 2);
        assertThat(err.toString()).contains("--after-version 2");
        assertThat(minutes(events("wallet/wallet", "--id", "anna", "--after-version", "2")))
                .containsExactly(4);
    }

    @Test
    void finds_by_aggregate_time_type_and_partition() throws Exception {
        append("anna", 0, "opened");
        append("anna", 1, "filled");
        append("bert", 2, "opened");
        append("anna", 3, "filled");

        assertThat(minutes(events("wallet/wallet", "--id", "anna", "--as-of", "2026-03-01T12:01:30Z")))
                .containsExactly(0, 1);
        assertThat(minutes(events("wallet/wallet", "--type", "opened"))).containsExactly(0, 2);
        assertThat(minutes(
                        events("wallet/wallet", "--from", "2026-03-01T12:01:00Z", "--until", "2026-03-01T12:03:00Z")))
                .containsExactly(1, 2);
        String anna = partitionOf("anna").substring("wallet/".length());
        assertThat(minutes(events("wallet/wallet", "--partition", anna))).contains(0, 1, 3);
        assertThat(events("wallet/wallet", "--id", "nobody")).isEmpty();
    }

    @Test
    void reads_across_the_seam_and_says_so_where_it_cannot(@TempDir Path directory) throws Exception {
        for (int minute = 0; minute < 4; minute++) {
            append("anna", minute, "filled");
        }
        try (var archive = new Archive(Archive.storage(directory.toUri(), List.of()))) {
            new Archiver("wallet", store.openArchivable(WALLETS), archive, ArchiveProgress.NONE)
                    .run(ArchiveOptions.defaults().withKeep(1), Instant.now());
        }
        assertThat(minutes(events("wallet/wallet", "--archive", directory.toString())))
                .containsExactly(0, 1, 2, 3);
        assertThat(refusal("wallet/wallet")).startsWith("log-archived: ");
    }

    @Test
    void what_is_not_there_is_named() {
        assertThat(refusal("jackpot/jackpot")).contains("no log jackpot/jackpot");
        assertThat(refusal("wallet")).contains("e.g. wallet/wallet");
        assertThat(refusal("wallet/wallet", "--partition", "2")).contains("0 to 1, not 2");
        assertThat(refusal("wallet/wallet", "--after", "wallet/5@1")).contains("a partition wallet/5");
    }

    @Test
    void what_is_said_of_one_aggregate_is_not_ignored_for_the_whole_log_nor_the_other_way_round() {
        assertThat(misunderstood("--after-version", "2")).contains("--id", "--after-version");
        assertThat(misunderstood("--as-of", "2026-03-01T12:01:30Z")).contains("--id", "--as-of");
        assertThat(misunderstood("--id", "anna", "--after", "wallet/0@1")).contains("--id", "--after=", "exclusive");
        assertThat(misunderstood("--id", "anna", "--partition", "0")).contains("--id", "--partition=", "exclusive");
        assertThat(misunderstood("--limit", "-1")).contains("--limit", "-1");
        assertThat(misunderstood("--id", "anna", "--after-version", "-1")).contains("--after-version", "-1");
    }

    /** What is said before how the command is used. */
    private String misunderstood(String... options) {
        var arguments = new ArrayList<>(List.of("wallet/wallet"));
        arguments.addAll(List.of(options));
        assertThat(exitCode(arguments.toArray(String[]::new)))
                .as(err.toString())
                .isEqualTo(2);
        return err.toString().lines().findFirst().orElseThrow();
    }

    private void append(String id, int minute, String alias) {
        int partition = log.descriptor().partitionOf(id).number();
        byte[] payload = ("{\"minute\":" + minute + "}").getBytes(StandardCharsets.UTF_8);
        log.append(
                partition,
                log.head(partition),
                List.of(new NewCommit(
                        id,
                        log.version(id),
                        UUID.randomUUID(),
                        NOON.plusSeconds(60L * minute),
                        List.of(new EventData(alias, 1, payload)),
                        Map.of("actor", "tester"))));
    }

    private String partitionOf(String id) {
        return log.descriptor().partitionOf(id).toString();
    }

    private static List<Integer> minutes(List<JsonNode> lines) {
        return lines.stream()
                .map(line ->
                        line.path("events").path(0).path("data").path("minute").asInt())
                .toList();
    }

    private List<JsonNode> events(String... arguments) throws Exception {
        assertThat(exitCode(arguments)).as(err.toString()).isZero();
        var lines = new ArrayList<JsonNode>();
        for (String line : out.toString().lines().toList()) {
            lines.add(JsonFile.JSON.readTree(line));
        }
        return lines;
    }

    private String refusal(String... arguments) {
        assertThat(exitCode(arguments)).isEqualTo(1);
        return err.toString();
    }

    private int exitCode(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--mongodb-url", server.connectionString().toString()));
        return new CommandLine(new EventsCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    err.write(failure.getMessage());
                    return 1;
                })
                .execute(all.toArray(String[]::new));
    }
}
