package dev.foldline.local.cli;

import java.util.Map;
import java.util.Optional;

/** A server the application needs, started here unless the environment names one. */
enum Backend {
    AMQP("AMQP", "FOLDLINE_AMQP_URL", "--amqp-port"),
    MONGODB("MongoDB", "FOLDLINE_MONGODB_URL", "--mongodb-port"),
    POSTGRES("PostgreSQL", "FOLDLINE_POSTGRES_URL", "--postgres-port");

    private final String label;
    private final String variable;
    private final String portOption;

    Backend(String label, String variable, String portOption) {
        this.label = label;
        this.variable = variable;
        this.portOption = portOption;
    }

    /** What people call it. */
    String label() {
        return label;
    }

    /** The variable that tells the application where it is. */
    String variable() {
        return variable;
    }

    /** The option that says on which port it is started. */
    String portOption() {
        return portOption;
    }

    /** The URL of the user's own server, if there is one. */
    Optional<String> external(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(variable)).filter(url -> !url.isBlank());
    }
}
