package dev.foldline.local;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ClusterConnectionMode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** A replica set of one member: what the log needs to be acknowledged by a majority. */
record ReplicaSet(int port) {

    static final String NAME = "foldline";

    private static final int NOT_YET_INITIALIZED = 94;

    /** Initiates the set if it never was, moves it to this port if it was on another, and waits for its primary. */
    void awaitPrimary(Process mongod, Duration patience) {
        try (MongoClient client = MongoClients.create(settings())) {
            MongoDatabase admin = client.getDatabase("admin");
            boolean primary = Await.until(patience, () -> isPrimary(admin) || !mongod.isAlive());
            if (!mongod.isAlive()) {
                throw new LocalServerException("mongod has stopped with status " + mongod.exitValue());
            }
            if (!primary) {
                throw new LocalServerException("mongod did not become primary within " + patience.toSeconds() + " s");
            }
        }
    }

    private MongoClientSettings settings() {
        return MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress(Loopback.HOST, port)))
                        .mode(ClusterConnectionMode.SINGLE)
                        .serverSelectionTimeout(1, TimeUnit.SECONDS))
                .build();
    }

    private boolean isPrimary(MongoDatabase admin) {
        try {
            if (admin.runCommand(new Document("isMaster", 1)).getBoolean("ismaster", false)) {
                return true;
            }
            configure(admin);
            return false;
        } catch (MongoException e) {
            return false;
        }
    }

    private void configure(MongoDatabase admin) {
        try {
            Document configuration =
                    admin.runCommand(new Document("replSetGetConfig", 1)).get("config", Document.class);
            Document member = configuration.getList("members", Document.class).getFirst();
            if (!address().equals(member.getString("host"))) {
                member.put("host", address());
                configuration.put("version", configuration.getInteger("version") + 1);
                admin.runCommand(new Document("replSetReconfig", configuration).append("force", true));
            }
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != NOT_YET_INITIALIZED) {
                throw e;
            }
            admin.runCommand(new Document("replSetInitiate", initial()));
        }
    }

    private Document initial() {
        return new Document("_id", NAME).append("members", List.of(new Document("_id", 0).append("host", address())));
    }

    private String address() {
        return Loopback.HOST + ":" + port;
    }
}
