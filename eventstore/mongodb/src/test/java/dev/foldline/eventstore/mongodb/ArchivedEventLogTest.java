package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.tck.EventLogContract;
import dev.foldline.eventstore.tck.LogFixture;
import dev.foldline.eventstore.tck.server.EmbeddedMongo;
import dev.foldline.eventstore.tck.server.MongoServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/** A log whose older half is in an archive is like any other. */
class ArchivedEventLogTest extends EventLogContract {

    private static final MongoServer SERVER = new EmbeddedMongo();

    @TempDir
    private Path directory = Path.of("");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Override
    protected LogFixture newFixture() {
        return new ArchivedLogFixture(SERVER, directory);
    }
}
