package dev.foldline.functions;

import java.util.concurrent.CompletionStage;

/** Sends commands to their handlers, wherever these are. Thread-safe. */
public interface CommandGateway {

    /**
     * Sends a command.
     *
     * @param command a record with {@link Command}
     * @return the answer; completes exceptionally with a {@link FaultException} when there is none
     */
    CompletionStage<CommandAnswer> send(Object command, CommandOptions options);
}
