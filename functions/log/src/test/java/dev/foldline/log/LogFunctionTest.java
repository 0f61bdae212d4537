package dev.foldline.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.mongodb.ConnectionEpoch;
import dev.foldline.eventstore.mongodb.MongoEventStore;
import dev.foldline.eventstore.mongodb.MongoOptions;
import dev.foldline.eventstore.tck.server.EmbeddedMongo;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.own.AppendRequest;
import dev.foldline.functions.runtime.own.PartitionOwner;
import dev.foldline.functions.runtime.write.Appended;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real store, without a broker. */
@SuppressWarnings("NullAway.Init")
class LogFunctionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EmbeddedMongo server = new EmbeddedMongo();
    private final Map<String, PartitionOwner> owners = new ConcurrentHashMap<>();
    private MongoClient client;
    private MongoEventStore store;
    private EventLog log;
    private LogFunction function;

    @BeforeEach
    void start() {
        var epoch = new ConnectionEpoch();
        client = MongoClients.create(
                epoch.watch(MongoClientSettings.builder().applyConnectionString(server.connectionString()))
                        .build());
        store = new MongoEventStore(client, epoch, MongoOptions.defaults());
        log = store.open(new LogDefinition("casino", "wallet", 1));
        var catalog = new FunctionCatalog(
                List.of(new FunctionCatalog.Entry("casino", "bet", Object.class, Object.class)),
                List.of(),
                List.of(),
                List.of());
        function = new LogFunction(
                catalog,
                store,
                (context, type, owner) -> owners.put(context + "/" + type, owner),
                Duration.ofMillis(50));
        function.start(new StartupEvent());
        await().until(() -> owners.containsKey("casino/wallet"));
    }

    @AfterEach
    void stop() {
        function.stop(new ShutdownEvent());
        client.close();
        server.close();
    }

    @Test
    void requests_are_appended_and_answered_with_what_their_senders_have_not_seen() {
        NewCommit others = commit("w-1");
        log.append(0, 0, List.of(others));
        assertThat(ask(0, commit("w-2")))
                .isEqualTo(Appended.behind(List.of(others.at(1)), new AppendResult.Complete(1)));
        assertThat(log.head(0)).isEqualTo(2);
    }

    @Test
    void logs_that_come_into_being_later_are_owned_and_those_of_published_events_are_not() {
        store.open(new LogDefinition("casino", "published-wallet", 1));
        store.open(new LogDefinition("casino", "table", 4));
        await().untilAsserted(() -> assertThat(owners).containsOnlyKeys("casino/wallet", "casino/table"));
    }

    @Test
    void a_log_that_has_become_shorter_is_no_longer_written_and_that_is_told() {
        log.append(0, 0, List.of(commit("w-1"), commit("w-2")));
        ask(2, commit("w-3"));
        assertThat(readiness()).isEqualTo(HealthCheckResponse.Status.UP);
        log.append(0, 3, List.of(commit("w-4")));
        client.getDatabase("casino").getCollection("wallet_events_00").deleteOne(new Document("_id", 4L));
        assertThat(later(4, commit("w-5"))).failsWithin(PATIENCE);
        assertThat(later(3, commit("w-5"))).failsWithin(PATIENCE);
        assertThat(function.failure()).isNotNull();
        assertThat(readiness()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(log.load("w-5", 0)).isEmpty();
    }

    private HealthCheckResponse.Status readiness() {
        return new LogOwnerReadiness(function).call().getStatus();
    }

    private Appended ask(long tail, NewCommit commit) {
        return later(tail, commit).join();
    }

    private CompletableFuture<Appended> later(long tail, NewCommit commit) {
        PartitionOwner owner = owners.getOrDefault(
                "casino/wallet", (request, patience) -> CompletableFuture.failedStage(new AssertionError()));
        return owner.append(new AppendRequest(log.descriptor().id(), 0, tail, List.of(commit)), PATIENCE)
                .toCompletableFuture();
    }

    private static NewCommit commit(String aggregateId) {
        var event = new EventData("deposited", 1, new byte[] {'{', '}'});
        return new NewCommit(aggregateId, 0, UUID.randomUUID(), Instant.EPOCH, List.of(event), Map.of());
    }
}
