package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.SnapshotStore;
import dev.foldline.eventstore.tck.SnapshotStoreContract;

@OnServer(TestServer.FERRET_DB)
class FerretDbSnapshotStoreTest extends SnapshotStoreContract {

    private final MongoLogFixture fixture;

    FerretDbSnapshotStoreTest(MongoLogFixture fixture) {
        this.fixture = fixture;
    }

    @Override
    protected SnapshotStore connect() {
        return fixture.connect().snapshots();
    }
}
