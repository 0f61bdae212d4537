package dev.foldline.eventstore.tck.server;

import com.mongodb.ConnectionString;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * FerretDB 1.24 with SQLite: another implementation of the protocol, in a process. Each of its finds reads the whole
 * collection, and it knows neither transactions nor replica sets.
 */
public final class FerretDb implements MongoServer {

    /** Names the program; otherwise it is looked for on the PATH. */
    public static final String VARIABLE = "FOLDLINE_FERRETDB";

    private final int port = ServerProcess.freePort();
    private final ServerProcess process;

    /** @param directory an empty one, for its data */
    public FerretDb(Path program, Path directory) {
        this.process = new ServerProcess(
                directory,
                List.of(
                        program.toString(),
                        "--handler=sqlite",
                        "--sqlite-url=file:" + directory + "/",
                        "--state-dir=" + directory,
                        "--telemetry=disable",
                        "--debug-addr=-",
                        "--listen-addr=127.0.0.1:" + port,
                        "--log-level=ERROR"));
        restart();
    }

    /** Where the program is, if it is installed. */
    public static Optional<Path> program() {
        return Executable.find(VARIABLE, "ferretdb");
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
        process.await(connectionString(), client -> {});
    }

    @Override
    public void close() {
        process.kill();
    }
}
