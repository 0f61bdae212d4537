package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.CheckpointStore;
import dev.foldline.eventstore.tck.CheckpointStoreContract;

@OnServer(TestServer.EMBEDDED)
class EmbeddedCheckpointStoreTest extends CheckpointStoreContract {

    private final MongoLogFixture fixture;

    EmbeddedCheckpointStoreTest(MongoLogFixture fixture) {
        this.fixture = fixture;
    }

    @Override
    protected CheckpointStore connect() {
        return fixture.connect().checkpoints();
    }
}
