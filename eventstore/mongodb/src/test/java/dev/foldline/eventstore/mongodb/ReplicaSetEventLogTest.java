package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.tck.EventLogContract;
import dev.foldline.eventstore.tck.LogFixture;
import dev.foldline.eventstore.tck.server.MongoServer;

@OnServer(TestServer.REPLICA_SET)
class ReplicaSetEventLogTest extends EventLogContract {

    private final MongoServer server;

    ReplicaSetEventLogTest(MongoServer server) {
        this.server = server;
    }

    @Override
    protected LogFixture newFixture() {
        return new MongoLogFixture(server);
    }
}
