package dev.foldline.eventstore.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.tck.server.MongoServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commits come back from an archive between the look for them and the look at the seal. */
@OnServer(TestServer.EMBEDDED)
class RestoredMeanwhileTest {

    private static final LogDefinition WALLETS = new LogDefinition("casino", "wallet", 1);
    private static final Partition PARTITION = new Partition("wallet", 0);
    private static final long SEALED = 3;

    private final MongoLogFixture fixture;
    private final MongoClient client;
    private final CommitCollection collection;
    private final EventLog log;
    private List<Commit> all = List.of();

    RestoredMeanwhileTest(MongoServer server, MongoLogFixture fixture) {
        this.fixture = fixture;
        client = MongoClients.create(server.connectionString());
        log = fixture.connect().store().open(WALLETS);
        collection = new CommitCollection(
                client.getDatabase(fixture.options().databaseOf(WALLETS.context()))
                        .getCollection(PartitionCollections.nameOf(PARTITION), RawBsonDocument.class),
                PARTITION,
                () -> ReadConcern.MAJORITY);
    }

    @BeforeEach
    void removeTheFirstTwo() {
        log.append(0, 0, IntStream.range(0, 4).mapToObj(i -> commit("w-" + i)).toList());
        all = log.read(0, 0, 4);
        fixture.lose(WALLETS, 0, 1, 2);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, SEALED})
    void what_is_back_is_no_loss(long seal) {
        var witness = new TailWitness(PARTITION, collection, restoring(seal));

        assertThatCode(() -> witness.requirePresent(1)).doesNotThrowAnyException();
    }

    @Test
    void a_log_is_read_whole() {
        assertThat(reader(restoring(0)).read(0, 10)).isEqualTo(all);
    }

    @Test
    void an_aggregate_is_loaded_whole() {
        Seal seal = restoring(0);

        assertThat(reader(seal).load("w-0", 0, Long.MAX_VALUE)).isEqualTo(all.subList(0, 1));
    }

    private PartitionReader reader(Seal seal) {
        return new PartitionReader(PARTITION, collection, new TailWitness(PARTITION, collection, seal), seal);
    }

    /** Known from before; when it is asked again all commits are put back, and it may be gone. */
    private Seal restoring(long then) {
        var known = new boolean[1];
        var seal = new Seal(
                () -> {
                    if (!known[0]) {
                        known[0] = true;
                        return SEALED;
                    }
                    collection.putBack(all.reversed());
                    return then;
                },
                Duration.ZERO);
        seal.now();
        return seal;
    }

    private static NewCommit commit(String wallet) {
        var event = new EventData("opened", 1, new byte[0]);
        return new NewCommit(wallet, 0, UUID.randomUUID(), Instant.EPOCH, List.of(event), Map.of());
    }
}
