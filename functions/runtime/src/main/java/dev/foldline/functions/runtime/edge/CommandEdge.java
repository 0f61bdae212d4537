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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes a command as JSON, sends it, and turns its answer into a reply. Thread-safe; never blocks. */
@Singleton
public final class CommandEdge {

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
        this.readers = MessageReader.byKey(catalog.commands());
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
     * @param headers the command's id as {@code Idempotency-Key}, made here when there is none, and its metadata
     * @param patience how long the caller waits, longer than nothing
     * @return the reply; never completes exceptionally
     */
    public CompletionStage<Reply> send(String context, String name, byte[] body, Headers headers, Duration patience) {
        long start = System.nanoTime();
        return answer(context, name, body, headers, patience).thenApply(reply -> measured(context, name, reply, start));
    }

    private CompletionStage<Reply> answer(
            String context, String name, byte[] body, Headers headers, Duration patience) {
        CommandHeaders read;
        try {
            read = CommandHeaders.read(headers);
        } catch (InvalidValueException e) {
            return CompletableFuture.completedStage(Replies.ofFault(e));
        }
        return attempt(context, name, body, read, patience)
                .exceptionally(Replies::ofFault)
                .thenApply(reply -> reply.with(Reply.CORRELATION_ID, read.correlation()));
    }

    private CompletionStage<Reply> attempt(
            String context, String name, byte[] body, CommandHeaders headers, Duration patience) {
        try {
            FunctionCatalog.RemoteEntry there = elsewhere.entry(context, name);
            if (there != null) {
                return elsewhere.pass(there, body, headers.write(), patience);
            }
            MessageReader reader = readers.get(context + "/" + name);
            if (reader == null) {
                throw UnknownMessageException.command(context, name);
            }
            Object command = reader.read(body);
            return gateway.send(command, new CommandOptions(headers.commandId(), patience, headers.metadata()))
                    .thenApply(answer -> reply(answer, headers.commandId()));
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
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
