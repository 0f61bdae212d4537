package dev.foldline.eventstore.mongodb;

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
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.seam.ArchivableLog;
import jakarta.enterprise.inject.Vetoed;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A process stands still in the middle of an append, and meanwhile the partition's beginning leaves for the archive. */
class LateAppendTest extends ArchiverFixture {

    private final HeedlessStorage storage = new HeedlessStorage();

    @Test
    void a_command_that_has_left_since_it_was_looked_for_is_not_executed_again() {
        Commit old = log.read(0, 29, 1).getFirst();
        EventLog opened = new Archive(storage).join(WALLETS, before("appendUnarchived", log));

        AppendResult result = opened.append(0, COMMITS, List.of(commit(COMMITS), again(old)));

        assertThat(result).isEqualTo(new AppendResult.AlreadyCommitted(1, old));
        assertThat(log.removable(0, 0, COMMITS)).isEmpty();
        assertThat(log.head(0)).isEqualTo(COMMITS + 1);
    }

    @Test
    void what_was_inserted_after_a_tail_that_has_left_is_taken_back() {
        var epoch = new ConnectionEpoch();
        var settings = epoch.watch(MongoClientSettings.builder()
                        .applyConnectionString(server.connectionString())
                        .addCommandListener(new BeforeInsert(this::move)))
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
        move();
        Commit stray = fresh().at(6);
        try (MongoClient client = MongoClients.create(server.connectionString())) {
            client.getDatabase(fixture.options().databaseOf("casino"))
                    .getCollection("wallet_events_00", org.bson.BsonDocument.class)
                    .insertOne(new CommitDocuments(new Partition("wallet", 0)).write(stray));
        }

        assertThatThrownBy(this::move)
                .isInstanceOf(ArchiveCorruptException.class)
                .hasMessageContaining("position 6 of wallet");
        assertThat(log.removable(0, 0, COMMITS)).containsExactly(stray);
        EventLog opened = reader(new Archive(storage));
        assertThat(opened.read(0, 0, COMMITS)).isEqualTo(before);
    }

    private void move() {
        run(new Archive(storage));
    }

    private ArchivableLog before(String call, ArchivableLog called) {
        return (ArchivableLog) Proxy.newProxyInstance(
                LateAppendTest.class.getClassLoader(),
                new Class<?>[] {ArchivableLog.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals(call)) {
                        move();
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
