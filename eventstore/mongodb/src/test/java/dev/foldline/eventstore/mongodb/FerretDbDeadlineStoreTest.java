package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.DeadlineStore;
import dev.foldline.eventstore.tck.DeadlineStoreContract;

@OnServer(TestServer.FERRET_DB)
class FerretDbDeadlineStoreTest extends DeadlineStoreContract {

    private final MongoLogFixture fixture;

    FerretDbDeadlineStoreTest(MongoLogFixture fixture) {
        this.fixture = fixture;
    }

    @Override
    protected DeadlineStore connect() {
        return fixture.connect().deadlines();
    }
}
