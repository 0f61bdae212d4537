package dev.foldline.eventstore.tck.server;

import com.mongodb.ConnectionString;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;

/** mongo-java-server in this process, with its data in memory. */
public final class EmbeddedMongo implements MongoServer {

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
