package dev.foldline.e2e;

import dev.foldline.local.LocalServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Servers and application, started once for all test classes and stopped after the last. */
final class Platform implements AutoCloseable {

    private final LocalServers servers;
    private final AppProcess app;

    private Platform(Path directory) {
        servers = LocalServers.in(directory).broker().postgres().mongodb().start();
        app = AppProcess.start(
                Map.of(
                        "FOLDLINE_MONGODB_URL", servers.mongodb().url(),
                        "FOLDLINE_AMQP_URL", servers.broker().url(),
                        "FOLDLINE_POSTGRES_URL", servers.postgres().url()),
                freePort(),
                directory.resolve("app.log"));
    }

    LocalServers servers() {
        return servers;
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
