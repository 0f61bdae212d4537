package dev.foldline.functions;

import java.time.Instant;

/** What a policy wants done. */
public sealed interface Reaction {

    /**
     * A command is sent now.
     *
     * @param command a record with {@link Command}
     */
    record Send(Object command) implements Reaction {}

    /**
     * A command is sent at a time, once, however often this is asked for. A deadline that is there already under this key is
     * moved. One that lies in the past is due now.
     *
     * @param key names the deadline within its policy, e.g. by the aggregate's id and what it is for
     * @param command a record with {@link Command}
     * @param due when; kept to the millisecond
     */
    record Schedule(String key, Object command, Instant due) implements Reaction {}

    /**
     * A deadline is called off; nothing happens when there is none, or when its command was sent already: the command's
     * handler decides what a late one means.
     *
     * @param key the deadline's name within its policy
     */
    record Cancel(String key) implements Reaction {}

    /** Sends a command now. */
    static Reaction send(Object command) {
        return new Send(command);
    }

    /** Sends a command later. */
    static Reaction schedule(String key, Object command, Instant due) {
        return new Schedule(key, command, due);
    }

    /** Calls a deadline off. */
    static Reaction cancel(String key) {
        return new Cancel(key);
    }
}
