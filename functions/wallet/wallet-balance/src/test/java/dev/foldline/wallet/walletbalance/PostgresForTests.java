package dev.foldline.wallet.walletbalance;

import dev.foldline.local.LocalServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL for the application under test; fields {@code Runnable stopPostgres, startPostgres} of a test get control of it. */
public class PostgresForTests implements QuarkusTestResourceLifecycleManager {

    private @Nullable LocalServers servers;

    @Override
    public Map<String, String> start() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "postgres");
            LocalServers started = LocalServers.in(directory).postgres().start();
            servers = started;
            return Map.of("quarkus.datasource.reactive.url", started.postgres().url());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        LocalServers started = Objects.requireNonNull(servers);
        // Of types that the class loaders of the test and of this class share.
        injector.injectIntoFields((Runnable) () -> started.postgres().stop(), field -> field.getName()
                .equals("stopPostgres"));
        injector.injectIntoFields((Runnable) () -> started.postgres().start(), field -> field.getName()
                .equals("startPostgres"));
    }

    @Override
    public void stop() {
        if (servers != null) {
            servers.close();
        }
    }
}
