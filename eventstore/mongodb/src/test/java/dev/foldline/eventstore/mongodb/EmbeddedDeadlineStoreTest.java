package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.DeadlineStore;
import dev.foldline.eventstore.tck.DeadlineStoreContract;

@OnServer(TestServer.EMBEDDED)
class EmbeddedDeadlineStoreTest extends DeadlineStoreContract {

    private final MongoLogFixture fixture;

    EmbeddedDeadlineStoreTest(MongoLogFixture fixture) {
        this.fixture = fixture;
    }

    @Override
    protected DeadlineStore connect() {
        return fixture.connect().deadlines();
    }
}
