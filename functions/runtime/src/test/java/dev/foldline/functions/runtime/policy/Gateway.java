package dev.foldline.functions.runtime.policy;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.eventstore.Token;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandGateway;
import dev.foldline.functions.CommandOptions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Takes commands and answers as a test wants it; accepts them unless told otherwise. */
final class Gateway implements CommandGateway {

    static final CommandAnswer ACCEPTED = new CommandAnswer.Accepted(new Aggregate("jackpot", "j"), 1, Token.NONE);

    record Sent(Object command, CommandOptions options) {

        UUID id() {
            return options.commandId();
        }
    }

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private volatile Function<Sent, CompletionStage<CommandAnswer>> answer =
            one -> CompletableFuture.completedStage(ACCEPTED);

    /** From now on it answers like this. */
    void answer(Function<Sent, CompletionStage<CommandAnswer>> other) {
        answer = other;
    }

    /** What was sent, in order. */
    List<Sent> sent() {
        return List.copyOf(sent);
    }

    List<Object> commands() {
        return sent.stream().map(Sent::command).toList();
    }

    List<UUID> ids() {
        return sent.stream().map(Sent::id).toList();
    }

    @Override
    public CompletionStage<CommandAnswer> send(Object command, CommandOptions options) {
        var one = new Sent(command, options);
        sent.add(one);
        return answer.apply(one);
    }
}
