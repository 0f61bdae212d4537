package dev.foldline.functions.runtime.write;

import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandOptions;
import dev.foldline.functions.UnavailableException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A command on its way through a partition's writer. Answered once; later answers are ignored. */
final class PendingCommand<C> implements PartitionLoop.Waiting {

    private final C command;
    private final String aggregateId;
    private final CommandOptions options;
    private final long deadlineNanos;
    private final CompletableFuture<CommandAnswer> answer = new CompletableFuture<>();
    private int lostRaces;
    private boolean uncertain;

    PendingCommand(C command, String aggregateId, CommandOptions options) {
        this.command = command;
        this.aggregateId = aggregateId;
        this.options = options;
        this.deadlineNanos = System.nanoTime() + options.timeout().toNanos();
    }

    C command() {
        return command;
    }

    String aggregateId() {
        return aggregateId;
    }

    UUID commandId() {
        return options.commandId();
    }

    CommandOptions options() {
        return options;
    }

    boolean isExpired() {
        return System.nanoTime() - deadlineNanos >= 0;
    }

    /** Counts a lost race; returns how many there were. */
    int loseRace() {
        return ++lostRaces;
    }

    /** Somebody was asked to append what the command did, and may do so yet. */
    void becomeUncertain() {
        uncertain = true;
    }

    /** Ends it after too many lost races. That nothing was done is said only when nothing can be done any more. */
    void contend() {
        if (uncertain) {
            fail(new UnavailableException(
                    "the owner of the log was asked to append the command and has not answered", null));
        } else {
            answer(new CommandAnswer.Contended(lostRaces));
        }
    }

    boolean isAnswered() {
        return answer.isDone();
    }

    void answer(CommandAnswer value) {
        answer.complete(value);
    }

    @Override
    public void fail(RuntimeException fault) {
        answer.completeExceptionally(fault);
    }

    CompletableFuture<CommandAnswer> future() {
        return answer;
    }
}
