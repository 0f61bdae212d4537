package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.DeadlineStore;
import dev.foldline.eventstore.tck.DeadlineStoreContract;
import dev.foldline.eventstore.tck.server.EmbeddedMongo;
import dev.foldline.eventstore.tck.server.MongoServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

class EmbeddedDeadlineStoreTest extends DeadlineStoreContract {

    private static final MongoServer SERVER = new EmbeddedMongo();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private final MongoLogFixture fixture = new MongoLogFixture(SERVER);

    @AfterEach
    void closeFixture() {
        fixture.close();
    }

    @Override
    protected DeadlineStore connect() {
        return fixture.connect().deadlines();
    }
}
