package dev.foldline.eventstore.mongodb;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foldline.eventstore.SnapshotStore;
import dev.foldline.eventstore.tck.SnapshotStoreContract;
import dev.foldline.eventstore.tck.server.FerretDb;
import dev.foldline.eventstore.tck.server.MongoServer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class FerretDbSnapshotStoreTest extends SnapshotStoreContract {

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

    private final MongoLogFixture fixture = new MongoLogFixture(Objects.requireNonNull(server));

    @AfterEach
    void closeFixture() {
        fixture.close();
    }

    @Override
    protected SnapshotStore connect() {
        return fixture.connect().snapshots();
    }
}
