package dev.foldline.functions.runtime.edge;

import dev.foldline.eventstore.TimeOrderedUuid;
import java.util.UUID;

/**
 * Ids that sort by the time when they were made: UUIDs of version 7 (RFC 9562), the milliseconds and 74 random bits. An index
 * takes them at its end, where random ones would each need another page of it.
 */
final class TimeOrderedId {

    private TimeOrderedId() {}

    /** An id of this time, as no other. */
    static UUID at(long epochMillis) {
        UUID random = UUID.randomUUID();
        return TimeOrderedUuid.of(epochMillis, random.getMostSignificantBits(), random.getLeastSignificantBits());
    }
}
