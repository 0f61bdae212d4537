package dev.foldline.eventstore.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import dev.foldline.eventstore.Aggregate;
import dev.foldline.eventstore.CheckpointStore;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.EventStore;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.SnapshotStore;
import dev.foldline.eventstore.tck.server.EmbeddedMongo;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An application that has this jar. */
@QuarkusTest
@QuarkusTestResource(value = QuarkusEventStoreTest.Server.class, restrictToAnnotatedClass = true)
class QuarkusEventStoreTest {

    @Inject
    EventStore store;

    @Inject
    CheckpointStore checkpoints;

    @Inject
    SnapshotStore snapshots;

    @Inject
    ConnectionEpoch epoch;

    @Inject
    MongoClient client;

    @Test
    void has_an_event_store_that_watches_the_connections_of_its_client() {
        EventLog log = store.open(new LogDefinition("shop", "order", 3));

        assertThat(log.heads()).containsExactly(0L, 0L, 0L);
        assertThat(epoch.current()).isPositive();
        assertThat(client.getDatabase("pre-shop").listCollectionNames())
                .contains("foldline_log", "order_events_00", "order_events_01", "order_events_02");
    }

    @Test
    void keeps_checkpoints_in_the_context_s_database() {
        var reached = new CheckpointStore.Checkpoint(UUID.randomUUID(), 7);
        checkpoints.advance("shop", "bill", new Partition("order", 1), reached);

        assertThat(client.getDatabase("pre-shop")
                        .getCollection("foldline_checkpoint")
                        .countDocuments())
                .isPositive();
    }

    @Test
    void keeps_snapshots_in_the_context_s_database() {
        var origin = new SnapshotStore.Origin(UUID.randomUUID(), 7, 2, 3, UUID.randomUUID(), Instant.EPOCH);
        snapshots.save(
                new SnapshotStore.Key("shop", new Aggregate("order", "o-1"), 1),
                new SnapshotStore.Snapshot(origin, new EventData("snapshot", 1, new byte[1])));

        assertThat(client.getDatabase("pre-shop")
                        .getCollection("order_snapshots")
                        .countDocuments())
                .isEqualTo(1);
    }

    public static final class Server implements QuarkusTestResourceLifecycleManager {

        private @Nullable EmbeddedMongo server;

        @Override
        public Map<String, String> start() {
            server = new EmbeddedMongo();
            return Map.of(
                    "quarkus.mongodb.connection-string",
                    server.connectionString().toString(),
                    "foldline.mongodb.database-prefix",
                    "pre-");
        }

        @Override
        public void stop() {
            if (server != null) {
                server.close();
            }
        }
    }
}
