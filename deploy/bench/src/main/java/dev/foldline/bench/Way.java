package dev.foldline.bench;

import dev.foldline.eventstore.mongodb.MongoOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A way that commands can go. */
enum Way {
    /** Through a gateway to functions in processes of their own. */
    AMQP("HTTP → gateway → AMQP → function → log → reply"),

    /** To all functions in one process. */
    HTTP("HTTP → all-in-one → log → reply"),

    /** To a writer in the process that measures. */
    WRITER("writer in this process → log");

    /** What is started for a way; closed in reverse order. */
    record Started(Sender sender, List<JavaProcess> processes) implements AutoCloseable {

        @Override
        public void close() {
            sender.close();
            processes.reversed().forEach(JavaProcess::close);
        }
    }

    private static final List<String> FUNCTIONS_AND_GATEWAY = List.of(
            "functions/wallet/open-wallet",
            "functions/wallet/deposit",
            "functions/jackpot/open-jackpot",
            "functions/jackpot/contribute",
            "functions/gateway");

    private final String description;

    Way(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    /** Starts what is needed and waits until it is ready. */
    Started start(Path home, Path logs, ServersProcess.Urls servers) throws IOException {
        return switch (this) {
            case AMQP -> start(home, logs, servers, FUNCTIONS_AND_GATEWAY);
            case HTTP -> start(home, logs, servers, List.of("deploy/all-in-one"));
            case WRITER -> new Started(new WriterSender(servers.mongodb(), MongoOptions.defaults()), List.of());
        };
    }

    private Started start(Path home, Path logs, ServersProcess.Urls servers, List<String> modules) throws IOException {
        var environment = Map.of(
                "FOLDLINE_AMQP_URL", servers.amqp(),
                "FOLDLINE_MONGODB_URL", servers.mongodb(),
                "FOLDLINE_POSTGRES_URL", servers.postgres());
        List<JavaProcess> processes = new ArrayList<>();
        for (String module : modules) {
            Path log = logs.resolve(Path.of(module).getFileName() + ".log");
            processes.add(JavaProcess.start(home.resolve(module), environment, log));
        }
        URI entrance = processes.getLast().url();
        return new Started(new HttpSender(entrance), processes);
    }
}
