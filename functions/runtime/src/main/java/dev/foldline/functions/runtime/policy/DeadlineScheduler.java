package dev.foldline.functions.runtime.policy;

import dev.foldline.functions.Reaction;
import java.util.UUID;

/** Keeps deadlines and calls them off. Thread-safe. */
interface DeadlineScheduler {

    /**
     * Does what the reaction asks for, unless that was done before, or a later event has changed the same deadline. Blocks.
     *
     * @param commandId the id of the command that a deadline will send
     * @param cause the event that brought it about
     * @param reaction no {@link Reaction.Send}
     * @throws IllegalArgumentException the command cannot be kept
     */
    void keep(UUID commandId, Occurrence<?> cause, Step step, Reaction reaction);
}
