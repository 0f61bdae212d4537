package dev.foldline.projections.test;

import dev.foldline.local.LocalServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL for the application under test, at the end of a line. Fields {@code Runnable stopPostgres, startPostgres} of a
 * test get control of it, {@code silenceLine, recoverLine} of the line.
 */
public class PostgresForTests implements QuarkusTestResourceLifecycleManager {

    private @Nullable LocalServers servers;
    private @Nullable Line line;

    @Override
    public Map<String, String> start() {
        LocalServers started = LocalServers.in(freshDirectory()).postgres().start();
        servers = started;
        var made = new Line(started.postgres().port());
        line = made;
        String url = started.postgres().url().replace(":" + started.postgres().port(), ":" + made.port());
        return Map.of("FOLDLINE_POSTGRES_URL", url);
    }

    @Override
    public void inject(TestInjector injector) {
        LocalServers started = Objects.requireNonNull(servers);
        Line made = Objects.requireNonNull(line);
        inject(injector, "stopPostgres", () -> started.postgres().stop());
        inject(injector, "startPostgres", () -> started.postgres().start());
        inject(injector, "silenceLine", made::fallSilent);
        inject(injector, "recoverLine", made::recover);
    }

    /** Injects what is of a type that the class loaders of the test and of this class share. */
    private static void inject(TestInjector injector, String name, Runnable value) {
        injector.injectIntoFields(value, field -> field.getName().equals(name));
    }

    @Override
    public void stop() {
        if (line != null) {
            line.close();
        }
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
