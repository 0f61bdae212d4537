package dev.foldline.functions.runtime.edge;

import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandGateway;
import dev.foldline.functions.CommandOptions;
import dev.foldline.functions.InvalidValueException;
import dev.foldline.functions.UnknownMessageException;
import dev.foldline.functions.runtime.FunctionCatalog;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Takes a command as JSON, sends it, and turns its answer into a reply. Thread-safe; never blocks. */
@Singleton
public final class CommandEdge {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Map<String, MessageReader> readers;
    private final RemoteCommands elsewhere;
    private final CommandGateway gateway;
    private final MeterRegistry meters;
    private final Duration timeout;

    CommandEdge(
            FunctionCatalog catalog,
            CommandGateway gateway,
            RemoteCommands elsewhere,
            MeterRegistry meters,
            @ConfigProperty(name = "foldline.command.timeout", defaultValue = "5s") Duration timeout) {
        this.elsewhere = elsewhere;
        this.readers = catalog.commands().stream()
                .collect(Collectors.toUnmodifiableMap(
                        FunctionCatalog.Entry::key, entry -> new MessageReader(entry.message())));
        this.gateway = gateway;
        this.meters = meters;
        this.timeout = timeout;
    }

    /** How long a caller waits for an answer unless it says otherwise. */
    public Duration timeout() {
        return timeout;
    }

    /** Whether a command of this name is handled, here or elsewhere. */
    public boolean knows(String context, String name) {
        return readers.containsKey(context + "/" + name) || elsewhere.entry(context, name) != null;
    }

    /**
     * Sends a command.
     *
     * @param body JSON
     * @param idempotencyKey a UUID as text; null to have one made
     * @param patience how long the caller waits, longer than nothing
     * @return the reply; never completes exceptionally
     */
    public CompletionStage<Reply> send(
            String context, String name, byte[] body, @Nullable String idempotencyKey, Duration patience) {
        long start = System.nanoTime();
        return attempt(context, name, body, idempotencyKey, patience)
                .exceptionally(Replies::ofFault)
                .thenApply(reply -> measured(context, name, reply, start));
    }

    private CompletionStage<Reply> attempt(
            String context, String name, byte[] body, @Nullable String idempotencyKey, Duration patience) {
        try {
            UUID commandId = commandId(idempotencyKey);
            FunctionCatalog.RemoteEntry there = elsewhere.entry(context, name);
            if (there != null) {
                var properties = Map.of(Reply.IDEMPOTENCY_KEY, commandId.toString());
                return elsewhere.pass(there, body, properties, patience);
            }
            MessageReader reader = readers.get(context + "/" + name);
            if (reader == null) {
                throw UnknownMessageException.command(context, name);
            }
            Object command = reader.read(body);
            return gateway.send(command, new CommandOptions(commandId, patience, Map.of()))
                    .thenApply(answer -> reply(answer, commandId));
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private static UUID commandId(@Nullable String idempotencyKey) {
        if (idempotencyKey == null) {
            return UUID.randomUUID();
        }
        if (!UUID_FORM.matcher(idempotencyKey).matches()) {
            throw new InvalidValueException(Reply.IDEMPOTENCY_KEY + ": it is no UUID");
        }
        return UUID.fromString(idempotencyKey);
    }

    private static Reply reply(CommandAnswer answer, UUID commandId) {
        return switch (answer) {
            case CommandAnswer.Accepted accepted -> Replies.accepted(accepted, commandId);
            case CommandAnswer.Rejected rejected -> Problem.of(rejected).reply();
            case CommandAnswer.Contended contended -> Replies.contended(contended);
        };
    }

    private Reply measured(String context, String name, Reply reply, long start) {
        String command = knows(context, name) ? context + "/" + name : "unknown";
        meters.timer("foldline.commands", "command", command, "status", String.valueOf(reply.status()))
                .record(Duration.ofNanos(System.nanoTime() - start));
        return reply;
    }
}
