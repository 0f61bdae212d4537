package dev.foldline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A real {@code mongod}, as a replica set of one, in a process of its own; the next start stops one left behind. */
final class Mongod implements LocalServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path program;
    private final Path directory;
    private final Path data;
    private final Path log;
    private final int port;
    private @Nullable Process process;

    Mongod(Path program, Path directory, Path logs, int port) {
        this.program = program;
        this.data = dataIn(directory);
        this.directory = directory;
        this.log = logs.resolve("mongod.log");
        this.port = port;
    }

    static Path dataIn(Path directory) {
        return directory.resolve("data");
    }

    @Override
    public String description() {
        return program + ", a replica set of one";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String url() {
        return "mongodb://" + Loopback.HOST + ":" + port + "/?replicaSet=" + ReplicaSet.NAME;
    }

    @Override
    public synchronized void start() {
        if (process != null) {
            return;
        }
        Process starting = launch();
        try {
            new ReplicaSet(port).awaitPrimary(starting, PATIENCE);
        } catch (LocalServerException e) {
            stopIn(directory);
            throw new LocalServerException(e.getMessage() + "; from " + log + ":\n" + LogFile.tail(log, 15), e);
        }
        process = starting;
    }

    private Process launch() {
        try {
            Files.createDirectories(data);
            Files.createDirectories(log.getParent());
            stopIn(directory);
            Process started = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            started.getOutputStream().close();
            Files.writeString(pidFile(directory), Long.toString(started.pid()));
            return started;
        } catch (IOException e) {
            throw new LocalServerException("Cannot start " + program + ": " + e.getMessage(), e);
        }
    }

    private List<String> command() {
        return List.of(
                program.toString(),
                "--replSet",
                ReplicaSet.NAME,
                "--bind_ip",
                Loopback.HOST,
                "--port",
                Integer.toString(port),
                "--dbpath",
                data.toString());
    }

    /** Stops the one that runs on this directory, whoever started it, if there is one. */
    static void stopIn(Path directory) {
        Path pidFile = pidFile(directory);
        if (Files.notExists(pidFile)) {
            return;
        }
        try {
            ChildProcess.end(Files.readString(pidFile), dataIn(directory));
            Files.delete(pidFile);
        } catch (IOException e) {
            throw new LocalServerException("Cannot stop the mongod of " + directory + ": " + e.getMessage(), e);
        }
    }

    private static Path pidFile(Path directory) {
        return directory.resolve("mongod.pid");
    }

    @Override
    public synchronized void stop() {
        if (process != null) {
            process = null;
            stopIn(directory);
        }
    }
}
