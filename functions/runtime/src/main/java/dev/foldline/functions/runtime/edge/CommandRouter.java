package dev.foldline.functions.runtime.edge;

import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandGateway;
import dev.foldline.functions.CommandOptions;
import dev.foldline.functions.InvalidValueException;
import dev.foldline.functions.UnknownMessageException;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.LocalCommandGateway;
import dev.foldline.functions.runtime.trace.Hop;
import dev.foldline.functions.runtime.trace.Tracing;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Sends a command to its handler: here when it is here, over AMQP when it is not. */
@Singleton
final class CommandRouter implements CommandGateway {

    private final Map<Class<?>, Hop> hops;
    private final LocalCommandGateway here;
    private final RemoteCommandGateway elsewhere;
    private final Tracing tracing;

    CommandRouter(FunctionCatalog catalog, LocalCommandGateway here, RemoteCommandGateway elsewhere, Tracing tracing) {
        this.hops = catalog.commands().stream()
                .collect(Collectors.toUnmodifiableMap(
                        FunctionCatalog.Entry::message, entry -> Hop.here("handle " + entry.key())));
        this.here = here;
        this.elsewhere = elsewhere;
        this.tracing = tracing;
    }

    @Override
    public CompletionStage<CommandAnswer> send(Object command, CommandOptions options) {
        try {
            MetadataHeaders.check(options.metadata());
        } catch (InvalidValueException e) {
            return CompletableFuture.failedStage(e);
        }
        Hop hop = hops.get(command.getClass());
        if (hop != null) {
            return tracing.within(hop, options.metadata(), metadata -> here.send(command, with(options, metadata)));
        }
        return elsewhere.handles(command.getClass())
                ? elsewhere.send(command, options)
                : CompletableFuture.failedStage(UnknownMessageException.command(command));
    }

    private static CommandOptions with(CommandOptions options, Map<String, String> metadata) {
        return new CommandOptions(options.commandId(), options.timeout(), metadata);
    }
}
