package dev.foldline.functions.deployment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.foldline.eventstore.SnapshotStore;
import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.functions.AggregateSnapshot;
import dev.foldline.functions.AggregateType;
import dev.foldline.functions.CommandFunction;
import dev.foldline.functions.Snapshots;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application that has a store for snapshots, and an aggregate type that says how its states are kept. */
class SnapshotApplicationTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(
                    MemoryStore.class,
                    KeptSnapshots.class,
                    Position.class,
                    KeptFunction.class,
                    Switches.TurnOn.class,
                    Switches.TurnedOn.class,
                    Switches.SwitchDecider.class))
            .overrideConfigKey("quarkus.http.test-port", "0")
            .overrideConfigKey("foldline.log.snapshot-after", "1")
            .overrideConfigKey("foldline.log.partitions", "1")
            .overrideConfigKey("foldline.amqp.url", "amqp://127.0.0.1:1");

    public record Position(boolean on) implements AggregateSnapshot {}

    public static class KeptFunction implements CommandFunction<Switches.TurnOn> {

        @Override
        public AggregateType<Switches.TurnOn, Boolean, Switches.TurnedOn> aggregateType() {
            return new AggregateType<>(
                            "home",
                            "switch",
                            new Switches.SwitchDecider(),
                            EventTable.<Switches.TurnedOn>builder()
                                    .event("turned-on", 1, Switches.TurnedOn.class)
                                    .build())
                    .with(new Snapshots<>(3, Position.class, Position::new, Position::on));
        }

        @Override
        public String aggregateId(Switches.TurnOn command) {
            return command.id();
        }
    }

    @Singleton
    public static class KeptSnapshots implements SnapshotStore {

        final Map<Key, Snapshot> kept = new ConcurrentHashMap<>();

        @Override
        public Optional<Snapshot> find(Key key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void save(Key key, Snapshot snapshot) {
            kept.put(key, snapshot);
        }

        @Override
        public void remove(Key key, Origin origin) {
            kept.remove(key);
        }
    }

    @Inject
    KeptSnapshots snapshots;

    @Test
    void takes_a_snapshot_when_as_many_events_have_come_as_its_configuration_says() {
        given().contentType("application/json")
                .body("{\"id\":\"one\"}")
                .post("/home/commands/turn-on")
                .then()
                .statusCode(200);

        await().until(() -> !snapshots.kept.isEmpty());
        assertThat(snapshots.kept).hasSize(1).allSatisfy((key, snapshot) -> {
            assertThat(key.context() + " " + key.aggregate() + " " + key.revision())
                    .isEqualTo("home switch/one 3");
            assertThat(snapshot.origin().nextVersion()).isEqualTo(1);
        });
    }
}
