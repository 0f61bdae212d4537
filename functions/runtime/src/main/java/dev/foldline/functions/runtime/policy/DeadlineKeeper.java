package dev.foldline.functions.runtime.policy;

import dev.foldline.eventstore.DeadlineStore;
import dev.foldline.eventstore.DeadlineStore.Cause;
import dev.foldline.eventstore.DeadlineStore.Deadline;
import dev.foldline.eventstore.DeadlineStore.Owner;
import dev.foldline.functions.Reaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Keeps one policy's deadlines in the store. Thread-safe. */
final class DeadlineKeeper implements DeadlineScheduler {

    private final Owner owner;
    private final DeadlineStore store;
    private final StoredCommands commands;
    private final WakeUps wakeUps;

    DeadlineKeeper(Owner owner, DeadlineStore store, StoredCommands commands, WakeUps wakeUps) {
        this.owner = owner;
        this.store = store;
        this.commands = commands;
        this.wakeUps = wakeUps;
    }

    @Override
    public void keep(UUID commandId, Occurrence<?> cause, Step step, Reaction reaction) {
        switch (reaction) {
            case Reaction.Schedule schedule -> schedule(commandId, cause, step, schedule);
            case Reaction.Cancel cancel -> store.cancel(owner, place(cause, step), cancel.key());
            case Reaction.Send send ->
                throw new IllegalArgumentException(send.command().getClass().getName() + " is to be sent now");
        }
    }

    private void schedule(UUID commandId, Occurrence<?> cause, Step step, Reaction.Schedule schedule) {
        Object command = schedule.command();
        var deadline = new Deadline(
                schedule.key(),
                due(schedule),
                commandId,
                commands.name(command),
                commands.write(command),
                cause.metadata());
        if (store.schedule(owner, place(cause, step), deadline)) {
            wakeUps.wakeAt(owner.context(), owner.policy(), deadline.due());
        }
    }

    private static Instant due(Reaction.Schedule schedule) {
        try {
            return Instant.ofEpochMilli(
                    schedule.due().truncatedTo(ChronoUnit.MILLIS).toEpochMilli());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a deadline is due at a time that can be kept", e);
        }
    }

    private static Cause place(Occurrence<?> cause, Step step) {
        long steps = (long) Step.MOST * Step.MOST;
        return new Cause(cause.partition(), cause.commit().position(), cause.index() * steps + step.ordinal());
    }
}
