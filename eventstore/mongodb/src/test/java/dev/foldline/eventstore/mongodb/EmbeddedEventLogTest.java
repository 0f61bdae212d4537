package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.tck.EventLogContract;
import dev.foldline.eventstore.tck.LogFixture;
import dev.foldline.eventstore.tck.server.MongoServer;

@OnServer(TestServer.EMBEDDED)
class EmbeddedEventLogTest extends EventLogContract {

    private final MongoServer server;

    EmbeddedEventLogTest(MongoServer server) {
        this.server = server;
    }

    @Override
    protected LogFixture newFixture() {
        return new MongoLogFixture(server);
    }
}
