package dev.foldline.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.CheckpointStore.Checkpoint;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.mongodb.ConnectionEpoch;
import dev.foldline.eventstore.mongodb.MongoCheckpointStore;
import dev.foldline.eventstore.mongodb.MongoEventStore;
import dev.foldline.eventstore.mongodb.MongoOptions;
import dev.foldline.eventstore.tck.server.EmbeddedMongo;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.runtime.Announcements;
import dev.foldline.functions.runtime.event.SourceName;
import dev.foldline.functions.runtime.write.CommitSink;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real store, with a broker that does as it is told. */
class ContextRelayTest {

    private final EmbeddedMongo server = new EmbeddedMongo();
    private final Broker broker = new Broker();
    private MongoClient client;
    private MongoEventStore store;
    private MongoCheckpointStore checkpoints;
    private EventLog log;

    @BeforeEach
    void open() {
        var epoch = new ConnectionEpoch();
        client = MongoClients.create(
                epoch.watch(MongoClientSettings.builder().applyConnectionString(server.connectionString()))
                        .build());
        store = new MongoEventStore(client, epoch, MongoOptions.defaults());
        checkpoints = new MongoCheckpointStore(client, MongoOptions.defaults());
        log = store.open(new LogDefinition("casino", "wallet", 1));
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void what_was_there_at_the_last_look_is_announced_once_and_in_order() {
        ContextRelay relay = relay();
        append(3);
        relay.look();
        assertThat(broker.heard).as("it may be on its way still").isEmpty();
        relay.look();
        relay.look();
        assertThat(broker.heard).containsExactly("/casino/wallet@1", "/casino/wallet@2", "/casino/wallet@3");
    }

    @Test
    void what_the_broker_has_confirmed_to_others_is_left_alone() {
        ContextRelay relay = relay();
        append(5);
        checkpoints.advance(
                "casino",
                Announcements.HANDLER,
                partition(),
                new Checkpoint(log.descriptor().id(), 4));
        relay.look();
        relay.look();
        assertThat(broker.heard).containsExactly("/casino/wallet@5");
    }

    @Test
    void a_broker_that_was_away_is_told_when_it_is_back() {
        ContextRelay relay = relay();
        append(2);
        relay.look();
        broker.away = true;
        assertThatThrownBy(relay::look).isInstanceOf(UnavailableException.class);
        broker.away = false;
        relay.look();
        assertThat(broker.heard).containsExactly("/casino/wallet@1", "/casino/wallet@2");
    }

    @Test
    void a_relay_goes_on_where_another_has_stopped() {
        ContextRelay first = relay();
        append(2);
        first.look();
        first.look();
        append(2);
        ContextRelay second = relay();
        second.look();
        second.look();
        assertThat(broker.heard)
                .containsExactly("/casino/wallet@1", "/casino/wallet@2", "/casino/wallet@3", "/casino/wallet@4");
    }

    @Test
    void of_a_long_log_without_a_record_only_the_end_is_repeated() {
        append(1_200);
        ContextRelay relay = relay();
        relay.look();
        relay.look();
        assertThat(broker.heard)
                .containsExactlyElementsOf(LongStream.rangeClosed(201, 1_200)
                        .mapToObj(position -> "/casino/wallet@" + position)
                        .toList());
    }

    @Test
    void published_logs_are_announced_where_published_events_are() {
        EventLog published = store.open(new LogDefinition("casino", "published-wallet", 1));
        published.append(0, 0, List.of(commit(0)));
        ContextRelay relay = relay();
        relay.look();
        relay.look();
        assertThat(broker.heard).containsExactly("/casino/published/wallet@1");
    }

    private ContextRelay relay() {
        return new ContextRelay("casino", store, new Unannounced(checkpoints, broker, new SimpleMeterRegistry()));
    }

    private Partition partition() {
        return log.descriptor().partition(0);
    }

    private void append(int commits) {
        long head = log.head(0);
        log.append(
                0,
                head,
                LongStream.range(head, head + commits)
                        .mapToObj(ContextRelayTest::commit)
                        .toList());
    }

    private static NewCommit commit(long version) {
        var event = new EventData("deposited", 1, new byte[] {'{', '}'});
        return new NewCommit("w-1", version, UUID.randomUUID(), Instant.EPOCH, List.of(event), Map.of());
    }

    private static final class Broker implements Announcements {

        private final List<String> heard = new ArrayList<>();
        private boolean away;

        @Override
        public CommitSink of(EventSource<?> source, LogDescriptor log) {
            throw new AssertionError("a relay writes no log");
        }

        @Override
        public CompletionStage<Void> announce(SourceName source, Partition partition, Commit commit) {
            if (away) {
                return CompletableFuture.failedStage(new UnavailableException("away", null));
            }
            heard.add(source.uri() + "@" + commit.position());
            return CompletableFuture.completedStage(null);
        }
    }
}
