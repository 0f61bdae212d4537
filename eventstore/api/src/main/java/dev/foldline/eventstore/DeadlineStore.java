package dev.foldline.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps commands that are to be sent later. Kept beside the logs of the context that their policy belongs to. Safe for use by
 * any number of threads and processes.
 *
 * <p>A deadline is changed by events, and an event may be handled twice: again after later ones, or after the deadline's
 * command was sent. So the store remembers of each key, for each partition, the last event that changed it, also when no
 * deadline is left, until {@link #forget} is told that the event cannot come again. What was caused by that event, or by one
 * before it, changes nothing.
 *
 * <p>Every method throws {@link StoreUnavailableException} when the store cannot be reached in time; nothing is known about
 * the outcome then, and it is safe to do the same again.
 */
public interface DeadlineStore {

    /**
     * Whose deadlines.
     *
     * @param context the context that the policy belongs to
     * @param policy the policy's name, unique within its context
     */
    record Owner(String context, String policy) {}

    /**
     * What changes a deadline.
     *
     * @param partition the event's partition
     * @param position the position of the event's commit
     * @param step the change's place among those that the commit brings about, from 0
     */
    record Cause(Partition partition, long position, long step) {}

    /**
     * A command that is to be sent at a time.
     *
     * @param key names the deadline within its policy, 1 to {@value #MAX_KEY_LENGTH} characters
     * @param due when; kept to the millisecond
     * @param commandId the command's id: tells this deadline from others of its key
     * @param command the command's name, e.g. {@code wallet/end-session}
     * @param body the command as JSON
     * @param metadata what travels with the command; may be empty
     */
    record Deadline(
            String key, Instant due, UUID commandId, String command, String body, Map<String, String> metadata) {

        /** The longest key in UTF-16 code units. */
        public static final int MAX_KEY_LENGTH = 255;

        public Deadline {
            if (key.isEmpty() || key.length() > MAX_KEY_LENGTH) {
                throw new IllegalArgumentException(
                        "a deadline's key has 1 to " + MAX_KEY_LENGTH + " characters, not " + key.length());
            }
            metadata = Map.copyOf(metadata);
        }
    }

    /**
     * Keeps a deadline, in place of the one that there may be under its key.
     *
     * @return whether it was kept; false when the cause, or a later one, has changed the key before
     */
    boolean schedule(Owner owner, Cause cause, Deadline deadline);

    /**
     * Calls the deadline off that there may be under the key.
     *
     * @return whether the key was changed; false when the cause, or a later one, has changed it before
     */
    boolean cancel(Owner owner, Cause cause, String key);

    /** Deadlines whose time has come, those first that are due longest; empty for none. */
    List<Deadline> due(Owner owner, Instant now, int limit);

    /** Has a deadline not be due before a time, unless its key was changed meanwhile. */
    void postpone(Owner owner, Deadline deadline, Instant until);

    /**
     * Removes a deadline, since its command was answered, unless its key was changed meanwhile.
     *
     * @param at now
     */
    void settle(Owner owner, Deadline deadline, Instant at);

    /**
     * Forgets keys without a deadline that no event can come again for.
     *
     * @param reached how far the policy is: no event up to there will be handled again
     * @param before only keys that have not changed since then: a process that was overtaken may still be at work
     */
    void forget(Owner owner, Map<Partition, Long> reached, Instant before);
}
