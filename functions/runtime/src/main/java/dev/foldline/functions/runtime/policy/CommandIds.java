package dev.foldline.functions.runtime.policy;

import dev.foldline.functions.runtime.event.NameBasedId;
import java.util.UUID;

/** Ids of commands that policies send, made of the place of the event that they come of. */
final class CommandIds {

    private CommandIds() {}

    /**
     * The id of a command.
     *
     * @param policy the policy's context and name, e.g. {@code jackpot/contribute}
     */
    static UUID of(String policy, Occurrence<?> cause, Step step) {
        return NameBasedId.of(String.join(
                "|", policy, cause.log().toString(), cause.place(), String.valueOf(cause.index()), step.toString()));
    }
}
