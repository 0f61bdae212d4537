package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.tck.server.EmbeddedMongo;
import dev.foldline.eventstore.tck.server.FerretDb;
import dev.foldline.eventstore.tck.server.GivenMongo;
import dev.foldline.eventstore.tck.server.MongoServer;
import dev.foldline.eventstore.tck.server.Mongod;
import java.nio.file.Path;
import java.util.Optional;

/** The servers that the log is tested on, not all of which are everywhere. */
enum TestServer {

    /** In this process, and always there. */
    EMBEDDED {
        @Override
        Optional<String> missing() {
            return Optional.empty();
        }

        @Override
        MongoServer start(Path directory) {
            return new EmbeddedMongo();
        }
    },

    /** Another implementation, in a process of its own. */
    FERRET_DB {
        @Override
        Optional<String> missing() {
            return unless(
                    FerretDb.program().isPresent(), "no ferretdb on the PATH, and none named by " + FerretDb.VARIABLE);
        }

        @Override
        MongoServer start(Path directory) {
            return new FerretDb(FerretDb.program().orElseThrow(), directory);
        }
    },

    /** MongoDB itself: a server that is given, or a replica set of one made of the mongod that is installed. */
    REPLICA_SET {
        @Override
        Optional<String> missing() {
            return unless(
                    GivenMongo.given().isPresent() || Mongod.program().isPresent(),
                    "no server named by " + GivenMongo.VARIABLE + ", no mongod on the PATH and none named by "
                            + Mongod.VARIABLE);
        }

        @Override
        MongoServer start(Path directory) {
            return GivenMongo.given()
                    .orElseGet(() -> new Mongod(Mongod.program().orElseThrow(), directory));
        }
    };

    /** Why there is none; empty when there is one. */
    abstract Optional<String> missing();

    /**
     * Starts it, or takes the one that is there.
     *
     * @param directory an empty one, for its data
     */
    abstract MongoServer start(Path directory);

    private static Optional<String> unless(boolean there, String reason) {
        return there ? Optional.empty() : Optional.of(reason);
    }
}
