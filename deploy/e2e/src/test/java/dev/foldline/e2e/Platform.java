package dev.foldline.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foldline.local.LocalServer;
import dev.foldline.local.LocalServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Servers and application, started once for all test classes and stopped after the last. Servers that
 * {@code FOLDLINE_TEST_MONGODB_URL}, {@code FOLDLINE_TEST_AMQP_URL} and {@code FOLDLINE_TEST_POSTGRES_URL} name are used instead,
 * and are not stopped.
 */
final class Platform implements AutoCloseable {

    /** A server that the platform needs. */
    enum Server {
        MONGODB,
        AMQP,
        POSTGRES;

        private Optional<String> given() {
            return Optional.ofNullable(System.getenv("FOLDLINE_TEST_" + name() + "_URL"));
        }
    }

    private final Path directory;
    private final LocalServers servers;
    private final AppProcess app;

    private Platform(Path directory) {
        this.directory = directory;
        servers = start(directory);
        app = startApp("app.log");
    }

    /** Starts another instance of the application on the same servers; the caller stops it. */
    AppProcess startSecondApp() {
        return startApp("second-app.log");
    }

    private AppProcess startApp(String log) {
        Map<String, String> urls = Arrays.stream(Server.values())
                .collect(Collectors.toMap(server -> "FOLDLINE_" + server + "_URL", this::url));
        return AppProcess.start(urls, freePort(), directory.resolve(log));
    }

    private static LocalServers start(Path directory) {
        LocalServers.Builder servers = LocalServers.in(directory);
        for (Server server : Server.values()) {
            if (server.given().isEmpty()) {
                switch (server) {
                    case MONGODB -> servers.mongodb();
                    case AMQP -> servers.broker();
                    case POSTGRES -> servers.postgres();
                }
            }
        }
        return servers.start();
    }

    String url(Server server) {
        return server.given().orElseGet(() -> ours(server).url());
    }

    /** Does something while a server is away; skips the test when the server is not ours to stop. */
    void whileAway(Server server, Runnable action) {
        assumeTrue(server.given().isEmpty(), server + " was given by its URL, and is not ours to stop");
        ours(server).stop();
        try {
            action.run();
        } finally {
            ours(server).start();
        }
    }

    private LocalServer ours(Server server) {
        return switch (server) {
            case MONGODB -> servers.mongodb();
            case AMQP -> servers.broker();
            case POSTGRES -> servers.postgres();
        };
    }

    AppProcess app() {
        return app;
    }

    WalletClient wallets() {
        return new WalletClient(app.url());
    }

    @Override
    public void close() {
        app.stop();
        servers.close();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives tests the platform. */
    static final class Extension implements BeforeAllCallback, ParameterResolver {

        @Override
        public void beforeAll(ExtensionContext context) {
            platform(context).app().awaitReady();
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Platform.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return platform(context);
        }

        private static Platform platform(ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent("platform", ignored -> create(), Platform.class);
        }

        private static Platform create() {
            try {
                return new Platform(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "platform"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
