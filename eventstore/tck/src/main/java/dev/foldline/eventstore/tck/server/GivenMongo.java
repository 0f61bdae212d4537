package dev.foldline.eventstore.tck.server;

import com.mongodb.ConnectionString;
import java.util.Optional;

/** A server that somebody else runs, named by {@value #VARIABLE}; of a replica set, its primary. */
public final class GivenMongo implements MongoServer {

    public static final String VARIABLE = "FOLDLINE_TEST_MONGODB_URL";

    private final ConnectionString connectionString;

    private GivenMongo(String url) {
        this.connectionString = new ConnectionString(url);
    }

    /** The server, if one is given. */
    public static Optional<MongoServer> given() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .filter(url -> !url.isBlank())
                .map(GivenMongo::new);
    }

    @Override
    public ConnectionString connectionString() {
        return connectionString;
    }

    @Override
    public void close() {
        // It is not ours to stop.
    }
}
