package dev.foldline.projections.test;

import dev.foldline.local.LocalServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL for the application under test. */
public class PostgresForTests implements QuarkusTestResourceLifecycleManager {

    private @Nullable LocalServers servers;

    @Override
    public Map<String, String> start() {
        LocalServers started = LocalServers.in(freshDirectory()).postgres().start();
        servers = started;
        return Map.of("quarkus.datasource.reactive.url", started.postgres().url());
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
