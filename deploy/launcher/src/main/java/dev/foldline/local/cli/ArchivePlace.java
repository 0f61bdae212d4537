package dev.foldline.local.cli;

import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.mongodb.MongoEventStore;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which logs are moved, and where they and their archive are. */
final class ArchivePlace {

    @Parameters(
            index = "0",
            paramLabel = "CONTEXT[/AGGREGATE]",
            description = "the logs of a context, e.g. wallet, or one of them, e.g. wallet/wallet")
    private String logs = "";

    @Mixin
    private LogStore logStore = new LogStore();

    String context() {
        return names()[0];
    }

    LogStore store() {
        return logStore;
    }

    /** @throws LauncherException there is no such log */
    List<LogDefinition> definitions(MongoEventStore store) {
        if (names().length > 2) {
            throw new LauncherException(
                    "Logs are named by their context, e.g. wallet, or by context and aggregate, e.g. wallet/wallet.");
        }
        return logStore.definitions(store, names());
    }

    private String[] names() {
        return logs.split("/", -1);
    }
}
