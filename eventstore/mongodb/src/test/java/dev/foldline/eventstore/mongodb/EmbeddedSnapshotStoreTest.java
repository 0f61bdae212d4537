package dev.foldline.eventstore.mongodb;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.SnapshotStore;
import dev.foldline.eventstore.tck.SnapshotStoreContract;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnServer(TestServer.EMBEDDED)
class EmbeddedSnapshotStoreTest extends SnapshotStoreContract {

    private final MongoLogFixture fixture;

    EmbeddedSnapshotStoreTest(MongoLogFixture fixture) {
        this.fixture = fixture;
    }

    @Override
    protected SnapshotStore connect() {
        return fixture.connect().snapshots();
    }

    @Test
    void a_state_that_no_document_can_hold_is_refused() {
        var key = new SnapshotStore.Key("tck", new Aggregate("wallet", "w-1"), 1);
        var origin = new SnapshotStore.Origin(UUID.randomUUID(), 7, 6, 7, UUID.randomUUID(), Instant.EPOCH);
        var state = new EventData("snapshot", 1, new byte[16 * 1024 * 1024]);

        assertThatThrownBy(() -> connect().save(key, new SnapshotStore.Snapshot(origin, state)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
