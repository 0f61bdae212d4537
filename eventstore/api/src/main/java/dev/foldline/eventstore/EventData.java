package dev.foldline.eventstore;

import java.util.Arrays;

/**
 * One event as it is stored.
 *
 * @param alias the stored name of the event's type, never a class name
 * @param revision the revision of its schema, from 1
 * @param payload the encoded event; not copied, so never change it
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, below
public record EventData(String alias, int revision, byte[] payload) {

    public EventData {
        if (alias.isEmpty()) {
            throw new IllegalArgumentException("an event needs an alias");
        }
        if (revision < 1) {
            throw new IllegalArgumentException("an event's revision starts at 1, not " + revision);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventData that
                && alias.equals(that.alias)
                && revision == that.revision
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * alias.hashCode() + revision) + Arrays.hashCode(payload);
    }

    /** Names the event without its payload, which may hold personal data. */
    @Override
    public String toString() {
        return alias + "." + revision + "[" + payload.length + " bytes]";
    }
}
