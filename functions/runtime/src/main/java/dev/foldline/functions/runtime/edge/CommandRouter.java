package dev.foldline.functions.runtime.edge;

import dev.foldline.functions.Command;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandGateway;
import dev.foldline.functions.CommandOptions;
import dev.foldline.functions.InvalidValueException;
import dev.foldline.functions.UnknownMessageException;
import dev.foldline.functions.runtime.LocalCommandGateway;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Sends a command to its handler: here when it is here, over AMQP when it is not. */
@Singleton
final class CommandRouter implements CommandGateway {

    private final LocalCommandGateway here;
    private final RemoteCommandGateway elsewhere;

    CommandRouter(LocalCommandGateway here, RemoteCommandGateway elsewhere) {
        this.here = here;
        this.elsewhere = elsewhere;
    }

    @Override
    public CompletionStage<CommandAnswer> send(Object command, CommandOptions options) {
        try {
            MetadataHeaders.check(options.metadata());
        } catch (InvalidValueException e) {
            return CompletableFuture.failedStage(e);
        }
        if (here.handles(command.getClass())) {
            return here.send(command, options);
        }
        return elsewhere.handles(command.getClass())
                ? elsewhere.send(command, options)
                : CompletableFuture.failedStage(unknown(command));
    }

    private static UnknownMessageException unknown(Object command) {
        Command name = command.getClass().getAnnotation(Command.class);
        return name == null
                ? UnknownMessageException.command("?", command.getClass().getSimpleName())
                : UnknownMessageException.command(name.context(), name.name());
    }
}
