package dev.foldline.eventstore;

import java.util.UUID;

/**
 * UUIDs of version 7 (RFC 9562): 48 bits of milliseconds since 1970, then 74 bits that tell those of one time apart. They sort
 * by time.
 */
public final class TimeOrderedUuid {

    private static final int VERSION = 7;
    private static final int TIME_SHIFT = 16;
    private static final long VERSION_BITS = (long) VERSION << 12;
    private static final long HIGH_BITS = 0xFFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long LOW_BITS = 0x3FFF_FFFF_FFFF_FFFFL;

    private TimeOrderedUuid() {}

    /**
     * The one of this time that has these other bits.
     *
     * @param epochMillis milliseconds since 1970
     * @param high its last 12 bits count
     * @param low its last 62 bits count
     */
    public static UUID of(long epochMillis, long high, long low) {
        return new UUID(epochMillis << TIME_SHIFT | VERSION_BITS | (high & HIGH_BITS), (low & LOW_BITS) | VARIANT);
    }

    /** Whether the id says when it was made. */
    public static boolean is(UUID id) {
        return id.version() == VERSION;
    }

    /** When an id of this kind says that it was made, in milliseconds since 1970; of another kind's it means nothing. */
    public static long epochMillis(UUID id) {
        return id.getMostSignificantBits() >>> TIME_SHIFT;
    }
}
