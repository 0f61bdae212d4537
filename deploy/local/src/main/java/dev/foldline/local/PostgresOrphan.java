package dev.foldline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A server that still runs on a data directory although the process that started it was killed. */
final class PostgresOrphan {

    private PostgresOrphan() {}

    /** Stops it, if there is one, and removes what a dead one has left. */
    static void stop(Path data, Path log) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        if (serverOf(pidFile, data).isPresent()) {
            PostgresPrograms.here(log).stop(data);
        }
        // PostgreSQL would refuse to start if some other program had been given the dead server's process id.
        Files.deleteIfExists(pidFile);
    }

    private static Optional<ProcessHandle> serverOf(Path pidFile, Path data) throws IOException {
        String firstLine = Files.readAllLines(pidFile).stream().findFirst().orElse("");
        return ChildProcess.find(firstLine, data);
    }
}
