package dev.foldline.local.cli;

import dev.foldline.local.Loopback;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that say which port is whose. */
final class Ports {

    static final String HTTP_OPTION = "--http-port";

    @Option(names = HTTP_OPTION, paramLabel = "PORT", defaultValue = "8080", description = "the application (8080)")
    private int http;

    @Option(names = "--amqp-port", paramLabel = "PORT", defaultValue = "5672", description = "the broker (5672)")
    private int amqp;

    @Option(names = "--mongodb-port", paramLabel = "PORT", defaultValue = "27017", description = "MongoDB (27017)")
    private int mongodb;

    @Option(names = "--postgres-port", paramLabel = "PORT", defaultValue = "5432", description = "PostgreSQL (5432)")
    private int postgres;

    int http() {
        return http;
    }

    /** The ports of the servers that are started here: those that the environment does not name. */
    Map<Backend, Integer> local(Map<String, String> environment) {
        Map<Backend, Integer> ports = new EnumMap<>(Backend.class);
        for (Backend backend : Backend.values()) {
            if (backend.external(environment).isEmpty()) {
                ports.put(backend, port(backend));
            }
        }
        return ports;
    }

    private int port(Backend backend) {
        return switch (backend) {
            case AMQP -> amqp;
            case MONGODB -> mongodb;
            case POSTGRES -> postgres;
        };
    }

    /** @throws LauncherException one of the ports cannot be used; the message says which, for what, and what to do */
    void check(Map<String, String> environment) {
        Map<Integer, String> seen = new HashMap<>();
        check(seen, "the application", http, HTTP_OPTION);
        local(environment).forEach((backend, port) -> check(seen, backend.label(), port, backend.portOption()));
    }

    private static void check(Map<Integer, String> seen, String user, int port, String option) {
        if (port < 1 || port > 65_535) {
            throw new LauncherException(option + " " + port + " is not a port: it must be between 1 and 65535.");
        }
        String other = seen.putIfAbsent(port, user);
        if (other != null) {
            throw new LauncherException("Port " + port + " is given to " + other + " and to " + user
                    + ". Choose another with " + option + ".");
        }
        if (!Loopback.isFree(port)) {
            throw new LauncherException("Port " + port + ", which " + user
                    + " needs, is taken. Stop what listens there," + " or choose another port with " + option + ".");
        }
    }
}
