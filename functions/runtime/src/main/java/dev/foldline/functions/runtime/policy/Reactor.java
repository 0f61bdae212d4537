package dev.foldline.functions.runtime.policy;

import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.FaultException;
import dev.foldline.functions.InvalidValueException;
import dev.foldline.functions.MalformedBodyException;
import dev.foldline.functions.Policy;
import dev.foldline.functions.Reaction;
import dev.foldline.functions.UnknownMessageException;
import dev.foldline.functions.runtime.follow.HandlingFailedException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Does what a policy wants done about an event, one thing after the other. Blocks. Thread-safe. */
final class Reactor<E> {

    private final Policy<E> policy;
    private final String name;
    private final PolicyCommands commands;
    private final DeadlineScheduler deadlines;
    private final Refusals refusals;

    Reactor(Policy<E> policy, PolicyCommands commands, DeadlineScheduler deadlines, Refusals refusals) {
        this.policy = policy;
        this.name = RunningPolicy.name(policy);
        this.commands = commands;
        this.deadlines = deadlines;
        this.refusals = refusals;
    }

    /**
     * Returns when all that came of the event is done: its commands are answered, its deadlines are kept.
     *
     * @throws HandlingFailedException the policy cannot react, or wants what cannot be done
     * @throws RuntimeException of another type: something is away; do it all again later
     */
    void react(Occurrence<E> occurrence) throws InterruptedException {
        List<Reaction> reactions = attempt(occurrence, () -> List.copyOf(policy.react(occurrence.event())));
        for (int i = 0; i < reactions.size(); i++) {
            int number = i;
            var step = attempt(occurrence, () -> new Step(number, 0));
            switch (reactions.get(i)) {
                case Reaction.Send(Object command) -> send(occurrence, step, command);
                case Reaction other -> later(occurrence, step, other);
            }
        }
    }

    private void send(Occurrence<E> occurrence, Step step, Object command) throws InterruptedException {
        if (answer(occurrence, step, command) instanceof CommandAnswer.Rejected reason) {
            List<Reaction> reactions =
                    attempt(occurrence, () -> List.copyOf(policy.refused(occurrence.event(), command, reason)));
            for (int i = 0; i < reactions.size(); i++) {
                int number = i + 1;
                var next = attempt(occurrence, () -> new Step(step.reaction(), number));
                switch (reactions.get(i)) {
                    case Reaction.Send(Object instead) -> answer(occurrence, next, instead);
                    case Reaction other -> later(occurrence, next, other);
                }
            }
        }
    }

    private CommandAnswer answer(Occurrence<E> occurrence, Step step, Object command) throws InterruptedException {
        UUID id = CommandIds.of(name, occurrence, step);
        CommandAnswer answer;
        try {
            answer = commands.send(command, id, occurrence.metadata());
        } catch (InvalidValueException | MalformedBodyException | UnknownMessageException e) {
            throw failed(occurrence, e);
        }
        if (answer instanceof CommandAnswer.Rejected reason) {
            refusals.refused(command, id, occurrence.place(), reason);
        }
        return answer;
    }

    private void later(Occurrence<E> occurrence, Step step, Reaction reaction) {
        try {
            deadlines.keep(CommandIds.of(name, occurrence, step), occurrence, step, reaction);
        } catch (IllegalArgumentException | FaultException e) {
            throw failed(occurrence, e);
        }
    }

    /** Errors that the policy's code brings about are its mistakes as well; running out of memory is not. */
    private <T> T attempt(Occurrence<E> occurrence, Supplier<T> action) {
        try {
            return action.get();
        } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
            throw failed(occurrence, e);
        }
    }

    private HandlingFailedException failed(Occurrence<E> occurrence, Throwable cause) {
        String code = cause instanceof FaultException fault ? " (" + fault.code() + ")" : "";
        return new HandlingFailedException(name + " cannot react to " + occurrence + code, cause);
    }
}
