package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.CheckpointStore;
import dev.foldline.eventstore.tck.CheckpointStoreContract;

@OnServer(TestServer.REPLICA_SET)
class ReplicaSetCheckpointStoreTest extends CheckpointStoreContract {

    private final MongoLogFixture fixture;

    ReplicaSetCheckpointStoreTest(MongoLogFixture fixture) {
        this.fixture = fixture;
    }

    @Override
    protected CheckpointStore connect() {
        return fixture.connect().checkpoints();
    }
}
