package dev.foldline.projections.tck;

import dev.foldline.local.LocalServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An empty PostgreSQL for the application under test, which needs no broker and looks at its log often. */
public class PostgresForProjections implements QuarkusTestResourceLifecycleManager {

    private @Nullable LocalServers servers;

    @Override
    public Map<String, String> start() {
        LocalServers started = LocalServers.in(freshDirectory()).postgres().start();
        servers = started;
        return Map.of(
                "FOLDLINE_POSTGRES_URL", started.postgres().url(),
                "foldline.amqp.url", "amqp://127.0.0.1:1",
                "foldline.projection.poll-interval", "100ms",
                "quarkus.http.test-port", "0");
    }

    @Override
    public void stop() {
        if (servers != null) {
            servers.close();
        }
    }

    private static Path freshDirectory() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
