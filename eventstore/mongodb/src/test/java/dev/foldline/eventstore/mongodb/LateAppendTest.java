package dev.foldline.eventstore.mongodb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.ArchiveCorruptException;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.archive.ArchiveOptions;
import dev.foldline.eventstore.archive.ArchiveProgress;
import dev.foldline.eventstore.archive.Archiver;
import dev.foldline.eventstore.seam.ArchivableLog;
import dev.foldline.eventstore.tck.server.EmbeddedMongo;
import dev.foldline.eventstore.tck.server.MongoServer;
import jakarta.enterprise.inject.Vetoed;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process stands still in the middle of an append, and meanwhile the partition's beginning leaves for the archive. */
class LateAppendTest {

    private static final MongoServer SERVER = new EmbeddedMongo();
    private static final LogDefinition WALLETS = new LogDefinition("casino", "wallet", 1);
    private static final int COMMITS = 50;

    private final MongoLogFixture fixture =
            new MongoLogFixture(SERVER, MongoOptions.defaults().withSealNotice(Duration.ZERO));
    private final ArchivableLog log = fixture.connect().store().openArchivable(WALLETS);
    private final HeedlessStorage storage = new HeedlessStorage();

    @BeforeEach
    void append() {
        log.append(
                0,
                0,
                IntStream.range(0, COMMITS).mapToObj(LateAppendTest::commit).toList());
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
    void a_command_that_has_left_since_it_was_looked_for_is_not_executed_again() {
        Commit old = log.read(0, 29, 1).getFirst();
        EventLog opened = new Archive(storage).join(WALLETS, before("appendUnarchived", log));

        AppendResult result = opened.append(0, COMMITS, List.of(commit(90), again(old)));

        assertThat(result).isEqualTo(new AppendResult.AlreadyCommitted(1, old));
        assertThat(log.removable(0, 0, COMMITS)).isEmpty();
        assertThat(log.head(0)).isEqualTo(COMMITS + 1);
    }

    @Test
    void what_was_inserted_after_a_tail_that_has_left_is_taken_back() {
        var epoch = new ConnectionEpoch();
        var settings = epoch.watch(MongoClientSettings.builder()
                        .applyConnectionString(SERVER.connectionString())
                        .addCommandListener(new BeforeInsert(this::archive)))
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            EventLog opened = new MongoEventStore(client, epoch, fixture.options())
                    .withArchive(new Archive(storage))
                    .open(WALLETS);

            assertThat(opened.append(0, 5, List.of(fresh()))).isEqualTo(new AppendResult.TailMoved(0));
        }
        assertThat(log.sealNow(0)).isEqualTo(40);
        assertThat(log.removable(0, 0, COMMITS)).isEmpty();
    }

    @Test
    void what_a_process_left_there_that_died_stops_the_archiver() {
        List<Commit> before = log.read(0, 0, COMMITS);
        archive();
        Commit stray = fresh().at(6);
        try (MongoClient client = MongoClients.create(SERVER.connectionString())) {
            client.getDatabase(fixture.options().databaseOf("casino"))
                    .getCollection("wallet_events_00", org.bson.BsonDocument.class)
                    .insertOne(new CommitDocuments(new Partition("wallet", 0)).write(stray));
        }

        assertThatThrownBy(this::archive)
                .isInstanceOf(ArchiveCorruptException.class)
                .hasMessageContaining("position 6 of wallet");
        assertThat(log.removable(0, 0, COMMITS)).containsExactly(stray);
        EventLog opened = fixture.connect().with(new Archive(storage)).store().open(WALLETS);
        assertThat(opened.read(0, 0, COMMITS)).isEqualTo(before);
    }

    private void archive() {
        new Archiver("casino", log, new Archive(storage), ArchiveProgress.NONE)
                .run(ArchiveOptions.defaults().withKeep(10).withSegmentCommits(15), Instant.now());
    }

    private ArchivableLog before(String call, ArchivableLog called) {
        return (ArchivableLog) Proxy.newProxyInstance(
                LateAppendTest.class.getClassLoader(),
                new Class<?>[] {ArchivableLog.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals(call)) {
                        archive();
                    }
                    try {
                        return method.invoke(called, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static NewCommit again(Commit old) {
        return new NewCommit("again", 0, old.commandId(), Instant.EPOCH, old.events(), Map.of());
    }

    private static NewCommit fresh() {
        return new NewCommit(
                "fresh", 0, UUID.randomUUID(), Instant.EPOCH, commit(0).events(), Map.of());
    }

    private static NewCommit commit(int number) {
        var event = new EventData("deposited", 1, ("{\"cents\":" + number + "}").getBytes(UTF_8));
        return new NewCommit(
                "wallet-" + number, 0, UUID.randomUUID(), Instant.EPOCH.plusSeconds(number), List.of(event), Map.of());
    }

    /** Does something before each insert is sent. Quarkus would make a bean of it. */
    @Vetoed
    private record BeforeInsert(Runnable action) implements CommandListener {
        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (event.getCommandName().equals("insert")) {
                action.run();
            }
        }
    }
}
