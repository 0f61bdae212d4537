package dev.foldline.local;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** Speaks MongoDB's protocol and is not MongoDB: enough to develop and test with where there is no {@code mongod}. */
final class StandInMongo implements LocalServer {

    /** It would format every message. The reference keeps the level from being forgotten with the logger. */
    private static final Logger MESSAGES = Logger.getLogger("de.bwaldvogel.mongo");

    private final Path file;
    private final int port;
    private @Nullable MongoServer server;

    StandInMongo(Path directory, int port) {
        MESSAGES.setLevel(Level.WARNING);
        this.file = fileIn(directory);
        this.port = port;
    }

    static Path fileIn(Path directory) {
        return directory.resolve("stand-in.mv");
    }

    @Override
    public String description() {
        return "embedded stand-in for MongoDB, mongo-java-server";
    }

    @Override
    public boolean isStandIn() {
        return true;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String url() {
        return "mongodb://" + Loopback.HOST + ":" + port;
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        DurableBackend backend = open();
        MongoServer starting = new MongoServer(backend);
        try {
            starting.bind(Loopback.HOST, port);
        } catch (RuntimeException e) {
            throw new LocalServerException(
                    "MongoDB's stand-in did not start on port " + port + ": " + e.getMessage(), e);
        }
        server = starting;
    }

    private DurableBackend open() {
        try {
            Files.createDirectories(file.getParent());
            return new DurableBackend(file);
        } catch (IOException | MVStoreException e) {
            throw new LocalServerException("Cannot open " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void stop() {
        MongoServer stopping = server;
        server = null;
        if (stopping != null) {
            stopping.shutdownNow();
        }
    }
}
