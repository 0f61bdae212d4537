package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.SnapshotStore;
import dev.foldline.eventstore.tck.SnapshotStoreContract;

@OnServer(TestServer.REPLICA_SET)
class ReplicaSetSnapshotStoreTest extends SnapshotStoreContract {

    private final MongoLogFixture fixture;

    ReplicaSetSnapshotStoreTest(MongoLogFixture fixture) {
        this.fixture = fixture;
    }

    @Override
    protected SnapshotStore connect() {
        return fixture.connect().snapshots();
    }
}
