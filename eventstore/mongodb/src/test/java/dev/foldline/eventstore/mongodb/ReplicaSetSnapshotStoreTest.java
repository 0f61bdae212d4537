package dev.foldline.eventstore.mongodb;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foldline.eventstore.SnapshotStore;
import dev.foldline.eventstore.tck.SnapshotStoreContract;
import dev.foldline.eventstore.tck.server.GivenMongo;
import dev.foldline.eventstore.tck.server.MongoServer;
import dev.foldline.eventstore.tck.server.Mongod;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** MongoDB itself: a server that is given, or a replica set of one made of the mongod that is installed. */
class ReplicaSetSnapshotStoreTest extends SnapshotStoreContract {

    private static @Nullable MongoServer server;

    @BeforeAll
    static void start(@TempDir Path directory) {
        Optional<MongoServer> found =
                GivenMongo.given().or(() -> Mongod.program().map(program -> new Mongod(program, directory)));
        assumeTrue(
                found.isPresent(),
                "no server named by " + GivenMongo.VARIABLE + ", no mongod on the PATH and none named by "
                        + Mongod.VARIABLE);
        server = found.get();
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
