package dev.foldline.functions.runtime.policy;

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
        String index = String.valueOf(cause.index());
        String name = String.join("|", policy, cause.log().toString(), cause.place(), index, step.toString());
        return cause.ids().of(cause.commit().time(), name);
    }
}
