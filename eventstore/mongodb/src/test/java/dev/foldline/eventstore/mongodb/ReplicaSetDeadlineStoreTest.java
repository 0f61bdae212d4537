package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.DeadlineStore;
import dev.foldline.eventstore.tck.DeadlineStoreContract;

@OnServer(TestServer.REPLICA_SET)
class ReplicaSetDeadlineStoreTest extends DeadlineStoreContract {

    private final MongoLogFixture fixture;

    ReplicaSetDeadlineStoreTest(MongoLogFixture fixture) {
        this.fixture = fixture;
    }

    @Override
    protected DeadlineStore connect() {
        return fixture.connect().deadlines();
    }
}
