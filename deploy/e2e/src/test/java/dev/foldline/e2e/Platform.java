package dev.foldline.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foldline.local.LocalServer;
import dev.foldline.local.LocalServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Servers and applications, started once for all test classes and stopped after the last. Servers that
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

    private final LocalServers servers;
    private final BrokerProcess broker;
    private final Apps apps;

    private Platform(Path directory) {
        servers = start(directory);
        broker = new BrokerProcess(directory);
        try {
            if (Server.AMQP.given().isEmpty() && !isStartedBackwards()) {
                broker.start();
            }
        } catch (RuntimeException e) {
            stopServers();
            throw e;
        }
        apps = new Apps(topology(), urls(), directory.resolve("app-logs"));
        try {
            startApps();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void startApps() {
        if (isStartedBackwards()) {
            whileAway(apps::launchProjectionsFirst, Server.values());
        } else {
            apps.launch();
        }
        apps.awaitReady();
    }

    /** Whether the applications were started in the wrong order and before the servers, which has to be ours for that. */
    static boolean isStartedBackwards() {
        return topology().isStartedBackwards()
                && Arrays.stream(Server.values())
                        .allMatch(server -> server.given().isEmpty());
    }

    private void stopServers() {
        broker.stop();
        servers.close();
    }

    private Map<String, String> urls() {
        return Arrays.stream(Server.values())
                .collect(Collectors.toMap(server -> "FOLDLINE_" + server + "_URL", this::url));
    }

    static Topology topology() {
        return Topology.current();
    }

    private static LocalServers start(Path directory) {
        LocalServers.Builder servers = LocalServers.in(directory);
        if (Server.MONGODB.given().isEmpty()) {
            servers.mongodb();
        }
        if (Server.POSTGRES.given().isEmpty()) {
            servers.postgres();
        }
        return servers.start();
    }

    String url(Server server) {
        return server.given().orElseGet(() -> ours(server).url());
    }

    /** Does something while servers are away; skips the test when one of them is not ours to stop. */
    void whileAway(Runnable action, Server... away) {
        for (Server server : away) {
            assumeTrue(server.given().isEmpty(), server + " was given by its URL, and is not ours to stop");
        }
        List<Server> all = List.of(away);
        all.forEach(server -> ours(server).stop());
        try {
            action.run();
        } finally {
            all.forEach(server -> ours(server).start());
        }
    }

    /** {@code kill -9} of the broker, and its start; skips the test when it is not ours. */
    void killBroker() {
        assumeTrue(Server.AMQP.given().isEmpty(), "the broker was given by its URL, and is not ours to kill");
        broker.kill();
        broker.start();
    }

    private LocalServer ours(Server server) {
        return switch (server) {
            case MONGODB -> servers.mongodb();
            case AMQP -> broker;
            case POSTGRES -> servers.postgres();
        };
    }

    Apps apps() {
        return apps;
    }

    WalletClient wallets() {
        return apps.entrance().wallets();
    }

    @Override
    public void close() {
        apps.stop();
        stopServers();
    }

    /** Gives tests the platform. */
    static final class Extension implements BeforeAllCallback, ParameterResolver {

        @Override
        public void beforeAll(ExtensionContext context) {
            platform(context).apps().awaitReady();
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
