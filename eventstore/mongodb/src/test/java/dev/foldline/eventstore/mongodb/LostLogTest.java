package dev.foldline.eventstore.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ReadConcern;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import com.mongodb.event.ConnectionPoolClearedEvent;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.StoreUnavailableException;
import dev.foldline.eventstore.tck.server.EmbeddedMongo;
import dev.foldline.eventstore.tck.server.MongoServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A loss is told from a late answer, and noticed also where it falls between a check and an append. */
class LostLogTest {

    private static final MongoServer SERVER = new EmbeddedMongo();
    private static final LogDefinition WALLETS = new LogDefinition("casino", "wallet", 1);
    private static final Partition PARTITION = new Partition("wallet", 0);
    private static final Seal UNSEALED = new Seal(() -> 0, Duration.ZERO);

    private static final ConnectionPoolClearedEvent CLEARED =
            new ConnectionPoolClearedEvent(new ServerId(new ClusterId(), new ServerAddress()));

    private final MongoLogFixture fixture = new MongoLogFixture(SERVER);
    private final MongoClient client = MongoClients.create(SERVER.connectionString());
    private final ConnectionEpoch epoch = new ConnectionEpoch();

    @AfterEach
    void close() {
        client.close();
        fixture.close();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void a_log_that_was_replaced_by_another_of_its_name_is_not_appended_to() {
        MongoLogClient writing = fixture.connect();
        EventLog log = writing.store().open(WALLETS);
        log.append(0, 0, commits(3));
        client.getDatabase(fixture.options().databaseOf("casino")).drop();
        EventLog replacement = fixture.connect().store().open(WALLETS);
        replacement.append(0, 0, commits(3));
        writing.breakConnections();

        // The first call may be the one that finds its connection broken.
        assertThatThrownBy(() -> log.append(0, 3, commits(1)))
                .isInstanceOfAny(StoreUnavailableException.class, LogTruncatedException.class);
        assertThatThrownBy(() -> log.append(0, 3, commits(1))).isInstanceOf(LogTruncatedException.class);
        assertThat(replacement.head(0)).isEqualTo(3);
    }

    @Test
    void a_server_that_is_replaced_between_the_check_and_the_append_is_noticed_after_it() {
        fixture.connect().store().open(WALLETS).append(0, 0, commits(5));
        var partition = new MongoPartition(
                PARTITION,
                new CommitCollection(collection(), PARTITION, () -> ReadConcern.MAJORITY) {
                    @Override
                    void insert(List<Commit> commits) {
                        fixture.lose(WALLETS, 0, 3, 5);
                        epoch.connectionPoolCleared(CLEARED);
                        super.insert(commits);
                    }
                },
                UNSEALED,
                epoch,
                () -> {});

        assertThatThrownBy(() -> partition.append(5, commits(1), 0))
                .isInstanceOf(LogTruncatedException.class)
                .hasMessageContaining("position 5");
    }

    @Test
    void a_primary_that_answers_late_is_asked_again() {
        fixture.connect().store().open(WALLETS).append(0, 0, commits(5));

        assertThat(reader(1).read(5, 10)).isEmpty();
        assertThat(reader(1).read(4, 10)).extracting(Commit::position).containsExactly(5L);
    }

    @Test
    void a_primary_that_goes_on_answering_late_counts_as_unreachable() {
        fixture.connect().store().open(WALLETS).append(0, 0, commits(5));

        assertThatThrownBy(() -> reader(100).read(5, 10)).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void a_head_that_is_told_late_is_the_one_that_was_seen() {
        fixture.connect().store().open(WALLETS).append(0, 0, commits(5));
        var late = new LateCollection(0);
        var witness = new TailWitness(PARTITION, late, UNSEALED);
        var reader = new PartitionReader(PARTITION, late, witness, UNSEALED);
        assertThat(reader.head()).isEqualTo(5);

        late.lateAnswers = 100;
        assertThat(reader.head()).isEqualTo(5);
    }

    private PartitionReader reader(int lateAnswers) {
        var late = new LateCollection(lateAnswers);
        return new PartitionReader(PARTITION, late, new TailWitness(PARTITION, late, UNSEALED), UNSEALED);
    }

    private MongoCollection<RawBsonDocument> collection() {
        return client.getDatabase(fixture.options().databaseOf("casino"))
                .getCollection(PartitionCollections.nameOf(PARTITION), RawBsonDocument.class);
    }

    private static List<NewCommit> commits(int count) {
        var commits = new ArrayList<NewCommit>();
        var event = new EventData("opened", 1, new byte[0]);
        for (int i = 0; i < count; i++) {
            commits.add(new NewCommit(
                    UUID.randomUUID().toString(), 0, UUID.randomUUID(), Instant.EPOCH, List.of(event), Map.of()));
        }
        return commits;
    }

    /** For some answers, a primary that knows only the first two commits to be acknowledged. */
    private final class LateCollection extends CommitCollection {

        private static final long KNOWN = 2;

        private int lateAnswers;

        LateCollection(int lateAnswers) {
            super(collection(), PARTITION, () -> ReadConcern.MAJORITY);
            this.lateAnswers = lateAnswers;
        }

        @Override
        List<Commit> from(long position, int limit) {
            boolean late = lateAnswers-- > 0;
            return super.from(position, limit).stream()
                    .filter(commit -> !late || commit.position() <= KNOWN)
                    .toList();
        }

        @Override
        Optional<Commit> at(long position) {
            return position > KNOWN ? Optional.empty() : super.at(position);
        }

        @Override
        Optional<Commit> last() {
            return lateAnswers-- > 0 ? super.at(KNOWN) : super.last();
        }
    }
}
