package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.CheckpointStore;
import dev.foldline.eventstore.tck.CheckpointStoreContract;
import dev.foldline.eventstore.tck.server.EmbeddedMongo;
import dev.foldline.eventstore.tck.server.MongoServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

class EmbeddedCheckpointStoreTest extends CheckpointStoreContract {

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
    protected CheckpointStore connect() {
        return fixture.connect().checkpoints();
    }
}
