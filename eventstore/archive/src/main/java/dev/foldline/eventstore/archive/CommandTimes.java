package dev.foldline.eventstore.archive;

import dev.foldline.eventstore.TimeOrderedUuid;
import java.util.UUID;

/**
 * When the commands of a segment were made, as far as their ids tell: time-ordered ids (UUID version 7) do. So a segment is
 * passed over, unopened, when a command is looked for that is of another time.
 *
 * @param from the earliest, in milliseconds since 1970; more than {@code to} when no id tells
 * @param to the latest
 * @param others whether there are ids that do not tell
 */
record CommandTimes(long from, long to, boolean others) {

    static final CommandTimes NONE = new CommandTimes(Long.MAX_VALUE, 0, false);

    CommandTimes with(UUID id) {
        return tells(id)
                ? new CommandTimes(Math.min(from, millis(id)), Math.max(to, millis(id)), others)
                : new CommandTimes(from, to, true);
    }

    boolean mayHave(UUID id) {
        return tells(id) ? from <= millis(id) && millis(id) <= to : others;
    }

    private static boolean tells(UUID id) {
        return TimeOrderedUuid.is(id);
    }

    private static long millis(UUID id) {
        return TimeOrderedUuid.epochMillis(id);
    }
}
