package dev.foldline.eventstore.mongodb;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foldline.eventstore.tck.EventLogContract;
import dev.foldline.eventstore.tck.LogFixture;
import dev.foldline.eventstore.tck.server.FerretDb;
import dev.foldline.eventstore.tck.server.MongoServer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class FerretDbEventLogTest extends EventLogContract {

    private static @Nullable MongoServer server;

    @BeforeAll
    static void start(@TempDir Path directory) {
        Optional<Path> program = FerretDb.program();
        assumeTrue(program.isPresent(), "no ferretdb on the PATH, and none named by " + FerretDb.VARIABLE);
        server = new FerretDb(program.get(), directory);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    protected LogFixture newFixture() {
        return new MongoLogFixture(Objects.requireNonNull(server));
    }
}
