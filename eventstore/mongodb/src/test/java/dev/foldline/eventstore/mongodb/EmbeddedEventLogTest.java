package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.tck.EventLogContract;
import dev.foldline.eventstore.tck.LogFixture;
import dev.foldline.eventstore.tck.server.EmbeddedMongo;
import dev.foldline.eventstore.tck.server.MongoServer;
import org.junit.jupiter.api.AfterAll;

class EmbeddedEventLogTest extends EventLogContract {

    private static final MongoServer SERVER = new EmbeddedMongo();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Override
    protected LogFixture newFixture() {
        return new MongoLogFixture(SERVER);
    }
}
