package dev.foldline.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL, in processes of its own that outlive this JVM if it is killed; the next start stops them. */
final class PostgresServer implements LocalServer {

    private static final String NAME = "foldline";

    private final Path data;
    private final Path log;
    private final int port;
    private boolean running;

    PostgresServer(Path directory, Path logs, int port) {
        this.data = directory.resolve("data");
        this.log = logs.resolve("postgres.log");
        this.port = port;
    }

    @Override
    public String description() {
        return "embedded";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String url() {
        return "postgresql://" + NAME + ":" + NAME + "@" + Loopback.HOST + ":" + port + "/" + NAME;
    }

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        try {
            PostgresPrograms programs = PostgresPrograms.here(log);
            PostgresData.prepare(data, programs, NAME);
            PostgresOrphan.stop(data, log);
            programs.run(
                    "pg_ctl",
                    List.of("-D", data.toString(), "-l", log.toString(), "-o", options(), "-w", "-t", "60", "start"));
        } catch (IOException e) {
            throw new LocalServerException("PostgreSQL did not start on port " + port + ": " + e.getMessage(), e);
        }
        running = true;
    }

    void stopOrphan() {
        try {
            PostgresOrphan.stop(data, log);
        } catch (IOException e) {
            throw new LocalServerException(
                    "Cannot stop the PostgreSQL left behind in " + data + ": " + e.getMessage(), e);
        }
    }

    private String options() {
        return String.join(
                " -c ",
                "-p " + port,
                "listen_addresses=" + Loopback.HOST,
                "unix_socket_directories=''",
                "shared_buffers=64MB",
                "max_wal_size=256MB",
                "io_method=sync",
                "jit=off");
    }

    @Override
    public synchronized void stop() {
        if (!running) {
            return;
        }
        running = false;
        PostgresPrograms.here(log).stop(data);
    }
}
