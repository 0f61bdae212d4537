package dev.foldline.functions.runtime.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandGateway;
import dev.foldline.functions.CommandOptions;
import dev.foldline.functions.runtime.FunctionCatalog.RemoteEntry;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

/** Sends commands to the handlers in other processes. Thread-safe; never blocks. */
@Singleton
@Typed(RemoteCommandGateway.class)
final class RemoteCommandGateway implements CommandGateway {

    private final RemoteCommands commands;

    RemoteCommandGateway(RemoteCommands commands) {
        this.commands = commands;
    }

    /** Whether a command of this class is in a contract at hand and handled in another process. */
    boolean handles(Class<?> command) {
        return commands.entry(command) != null;
    }

    @Override
    public CompletionStage<CommandAnswer> send(Object command, CommandOptions options) {
        RemoteEntry entry = Objects.requireNonNull(commands.entry(command.getClass()));
        JsonNode body = Json.tree(command);
        return commands.send(entry, body, CommandHeaders.of(options).write(), options.timeout())
                .thenApply(reply -> RemoteAnswers.ofCommand(reply, entry));
    }
}
