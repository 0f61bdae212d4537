package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.CheckpointStore;
import dev.foldline.eventstore.tck.CheckpointStoreContract;

@OnServer(TestServer.FERRET_DB)
class FerretDbCheckpointStoreTest extends CheckpointStoreContract {

    private final MongoLogFixture fixture;

    FerretDbCheckpointStoreTest(MongoLogFixture fixture) {
        this.fixture = fixture;
    }

    @Override
    protected CheckpointStore connect() {
        return fixture.connect().checkpoints();
    }
}
