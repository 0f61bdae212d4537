package dev.foldline.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.EventData;
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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RepartitionCommandTest {

    private static final LogDefinition WALLETS = new LogDefinition("wallet", "wallet", 1);

    private final EmbeddedMongo server = new EmbeddedMongo();
    private final ConnectionEpoch epoch = new ConnectionEpoch();
    private final MongoClient client = MongoClients.create(
            epoch.watch(MongoClientSettings.builder().applyConnectionString(server.connectionString()))
                    .build());
    private final MongoEventStore store =
            new MongoEventStore(client, epoch, MongoOptions.defaults().withSealNotice(Duration.ZERO));
    private String refusal = "";

    @BeforeEach
    void append() {
        for (int version = 0; version < 3; version++) {
            append(WALLETS, version, Map.of());
        }
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void a_copy_is_made_of_a_log_that_nothing_is_published_from() {
        assertThat(exitCode()).as(refusal).isZero();
        assertThat(copies()).containsExactly(new LogDefinition("wallet", "wallet", 4));
    }

    @Test
    void a_log_with_a_published_stream_is_refused_unless_that_is_given_up() {
        String log = store.open(WALLETS).descriptor().id().toString();
        append(new LogDefinition("wallet", "published-wallet", 1), 0, Map.of("source-log", log, "source", "1"));

        assertThat(exitCode()).isOne();
        assertThat(refusal)
                .startsWith("repartition-refused: ")
                .contains("'published-wallet' is published from 'wallet'", "--republish");
        assertThat(copies()).isEmpty();
        assertThat(exitCode("--republish")).as(refusal).isZero();
        assertThat(copies()).containsExactly(new LogDefinition("wallet", "wallet", 4));
    }

    @Test
    void a_log_whose_beginning_is_in_an_archive_is_refused_until_it_is_back(@TempDir Path directory) {
        try (var archive = new Archive(Archive.storage(directory.toUri(), List.of()))) {
            new Archiver("wallet", store.openArchivable(WALLETS), archive, ArchiveProgress.NONE)
                    .run(ArchiveOptions.defaults().withKeep(1), Instant.now());
        }

        assertThat(exitCode()).isOne();
        assertThat(refusal).startsWith("log-archived: ").contains("./foldline archive restore");
    }

    private List<LogDefinition> copies() {
        return new MongoEventStore(client, epoch, MongoOptions.defaults().withDatabasePrefix("new-")).logs("wallet");
    }

    private void append(LogDefinition log, int version, Map<String, String> metadata) {
        var event = new EventData("filled", 1, "{}".getBytes(UTF_8));
        store.open(log)
                .append(
                        0,
                        version,
                        List.of(new NewCommit(
                                "anna", version, UUID.randomUUID(), Instant.EPOCH, List.of(event), metadata)));
    }

    private int exitCode(String... options) {
        CommandLine command = new CommandLine(new RepartitionCommand())
                .setExecutionExceptionHandler((failure, c, p) -> {
                    refusal = String.valueOf(failure.getMessage());
                    return 1;
                });
        List<String> arguments = List.of(
                "wallet/wallet",
                "--partitions=4",
                "--to-database-prefix=new-",
                "--mongodb-url=" + server.connectionString());
        return command.execute(
                Stream.concat(arguments.stream(), Stream.of(options)).toArray(String[]::new));
    }
}
