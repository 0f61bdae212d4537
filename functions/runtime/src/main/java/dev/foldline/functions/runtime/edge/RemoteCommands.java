package dev.foldline.functions.runtime.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foldline.eventstore.Partitioner;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.FunctionCatalog.RemoteEntry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The commands that other processes handle. Thread-safe; never blocks. */
@Singleton
final class RemoteCommands {

    private final Map<String, RemoteEntry> byName;
    private final Map<Class<?>, RemoteEntry> byClass;
    private final Remote remote;
    private final Partitioner partitioner;

    RemoteCommands(
            FunctionCatalog catalog,
            Remote remote,
            @ConfigProperty(name = "foldline.log.partitions", defaultValue = "16") int partitions) {
        this.byName = catalog.remoteCommands().stream()
                .collect(Collectors.toUnmodifiableMap(RemoteEntry::key, Function.identity()));
        this.byClass = catalog.remoteCommands().stream()
                .collect(Collectors.toUnmodifiableMap(RemoteEntry::message, Function.identity()));
        this.remote = remote;
        this.partitioner = new Partitioner(partitions);
    }

    @Nullable
    RemoteEntry entry(String context, String name) {
        return byName.get(context + "/" + name);
    }

    @Nullable
    RemoteEntry entry(Class<?> command) {
        return byClass.get(command);
    }

    /** Passes on a body as it came; whether it is a command is for its handler to say. */
    CompletionStage<Reply> pass(RemoteEntry entry, byte[] body, Map<String, String> properties, Duration patience) {
        String group = group(entry, Json.field(body, entry.aggregateField()));
        return remote.command(entry.context(), entry.name(), body, properties, group, patience);
    }

    CompletionStage<Reply> send(RemoteEntry entry, JsonNode body, Map<String, String> properties, Duration patience) {
        String group = group(entry, Json.text(body.path(entry.aggregateField())));
        return remote.command(entry.context(), entry.name(), Json.write(body), properties, group, patience);
    }

    /** Commands of one partition go to one instance while it lives: its cache is warm, and it has no company. */
    private @Nullable String group(RemoteEntry entry, @Nullable String aggregateId) {
        return aggregateId == null ? null : entry.context() + "/" + partitioner.partitionOf(aggregateId);
    }
}
