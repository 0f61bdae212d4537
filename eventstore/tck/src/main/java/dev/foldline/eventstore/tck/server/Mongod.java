package dev.foldline.eventstore.tck.server;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** A mongod process: the only member of a replica set. */
public final class Mongod implements MongoServer {

    /** Names the program; otherwise it is looked for on the PATH. */
    public static final String VARIABLE = "FOLDLINE_MONGOD";

    private static final String REPLICA_SET = "foldline";

    private final int port = ServerProcess.freePort();
    private final ServerProcess process;

    /** @param directory an empty one, for its data */
    public Mongod(Path program, Path directory) {
        this.process = new ServerProcess(
                directory,
                List.of(
                        program.toString(),
                        "--dbpath=" + directory,
                        "--bind_ip=127.0.0.1",
                        "--port=" + port,
                        "--replSet=" + REPLICA_SET,
                        "--oplogSize=64",
                        "--wiredTigerCacheSizeGB=0.25"));
        process.start();
        process.await(connectionString(), this::initiate);
        awaitPrimary();
    }

    /** Where the program is, if it is installed. */
    public static Optional<Path> program() {
        return Executable.find(VARIABLE, "mongod");
    }

    @Override
    public ConnectionString connectionString() {
        return new ConnectionString("mongodb://127.0.0.1:" + port + "/?directConnection=true");
    }

    @Override
    public boolean canBeKilled() {
        return true;
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void restart() {
        process.start();
        awaitPrimary();
    }

    @Override
    public void close() {
        process.kill();
    }

    private void initiate(MongoClient client) {
        var member = new Document("_id", 0).append("host", "127.0.0.1:" + port);
        var config = new Document("_id", REPLICA_SET).append("members", List.of(member));
        client.getDatabase("admin").runCommand(new Document("replSetInitiate", config));
    }

    private void awaitPrimary() {
        var replicaSet = new ConnectionString("mongodb://127.0.0.1:" + port + "/?replicaSet=" + REPLICA_SET);
        process.await(replicaSet, client -> {});
    }
}
