package dev.foldline.eventstore.tck.server;

import com.mongodb.ConnectionString;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.util.logging.Level;
import java.util.logging.Logger;

/** mongo-java-server in this process, with its data in memory. */
public final class EmbeddedMongo implements MongoServer {

    /** It would format every message. The reference keeps the level from being forgotten with the logger. */
    private static final Logger MESSAGES = Logger.getLogger("de.bwaldvogel.mongo");

    static {
        MESSAGES.setLevel(Level.WARNING);
    }

    private final de.bwaldvogel.mongo.MongoServer server = new de.bwaldvogel.mongo.MongoServer(new MemoryBackend());
    private final InetSocketAddress address = server.bind();

    @Override
    public ConnectionString connectionString() {
        return new ConnectionString("mongodb://127.0.0.1:" + address.getPort() + "/?directConnection=true");
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
