package dev.foldline.functions.runtime.policy;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.CheckpointStore;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.DeadlineStore;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.eventstore.mongodb.ConnectionEpoch;
import dev.foldline.eventstore.mongodb.MongoCheckpointStore;
import dev.foldline.eventstore.mongodb.MongoDeadlineStore;
import dev.foldline.eventstore.mongodb.MongoEventStore;
import dev.foldline.eventstore.mongodb.MongoOptions;
import dev.foldline.eventstore.tck.server.EmbeddedMongo;
import dev.foldline.functions.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.BsonDocument;

/** A log of bets and what policies remember, on a real server; each test has its own. */
final class Casino implements AutoCloseable {

    static final int PARTITIONS = 4;

    private static final EmbeddedMongo SERVER = new EmbeddedMongo();

    private final EventCodec<Bets.Placed> codec = new EventCodec<>(Bets.EVENTS, PayloadFormat.CBOR);
    private final MongoClient client;
    private final MongoOptions options;
    private final CheckpointStore checkpoints;
    private final DeadlineStore deadlines;
    private final EventLog log;

    Casino() {
        var epoch = new ConnectionEpoch();
        client = MongoClients.create(
                epoch.watch(MongoClientSettings.builder().applyConnectionString(SERVER.connectionString()))
                        .build());
        options = MongoOptions.defaults()
                .withDatabasePrefix("t" + UUID.randomUUID().toString().substring(0, 8) + "-");
        checkpoints = new MongoCheckpointStore(client, options);
        deadlines = new MongoDeadlineStore(client, options);
        log = new MongoEventStore(client, epoch, options).open(new LogDefinition("casino", "bet", PARTITIONS));
    }

    EventLog log() {
        return log;
    }

    CheckpointStore checkpoints() {
        return checkpoints;
    }

    DeadlineStore deadlines() {
        return deadlines;
    }

    /** As if no policy had ever come farther than its start. */
    void forgetCheckpoints() {
        client.getDatabase(options.databasePrefix() + "casino")
                .getCollection("foldline_checkpoint")
                .deleteMany(new BsonDocument());
    }

    /** How far the policy is. */
    long checkpoint(Policy<?> policy, int partition) {
        return checkpoints
                .find(policy.context(), policy.name(), log.descriptor().partition(partition))
                .map(CheckpointStore.Checkpoint::position)
                .orElse(-1L);
    }

    /** The name of an aggregate that is in the partition. */
    String bet(int partition) {
        return IntStream.range(0, 10_000)
                .mapToObj(i -> "bet-" + i)
                .filter(id -> log.descriptor().partitionOf(id).number() == partition)
                .findFirst()
                .orElseThrow();
    }

    Commit place(int partition, long... stakes) {
        return place(partition, Instant.EPOCH, Map.of(), stakes);
    }

    /** Appends one commit with a bet of each stake, and announces nothing. */
    Commit place(int partition, Instant time, Map<String, String> metadata, long... stakes) {
        String id = bet(partition);
        long tail = log.head(partition);
        long version = log.read(partition, 0, 10_000).stream()
                .mapToLong(Commit::nextVersion)
                .max()
                .orElse(0);
        var events = IntStream.range(0, stakes.length)
                .mapToObj(i -> codec.encode(new Bets.Placed(stakes[i])))
                .toList();
        var commit = new NewCommit(id, version, UUID.randomUUID(), time, events, metadata);
        log.append(partition, tail, List.of(commit));
        return commit.at(tail + 1);
    }

    @Override
    public void close() {
        client.close();
    }
}
