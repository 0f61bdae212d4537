package dev.foldline.eventstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * How ids of commands that come of events are made, of the first 128 bits of the SHA-256 of a name: a repetition has the same
 * id, so it is answered as the first time. Whoever has begun in one way keeps to it, or a repetition would be a second command.
 */
public enum DerivedIds {

    /** UUIDs of version 8 (RFC 9562). Random to an index: each needs another page of it. */
    HASHED {
        @Override
        UUID of(Instant cause, long high, long low) {
            return new UUID((high & ~0xF000L) | VERSION_8, low);
        }
    },

    /**
     * UUIDs of version 7: the milliseconds of the event's commit time, and 74 bits of the hash where others have random ones.
     * An index takes them beside those of the same time, and an archive knows of when they are.
     */
    TIME_ORDERED {
        @Override
        UUID of(Instant cause, long high, long low) {
            return TimeOrderedUuid.of(cause.toEpochMilli(), high, low);
        }
    };

    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** How this id was made. */
    public static DerivedIds asIn(UUID made) {
        return made.version() == 8 ? HASHED : TIME_ORDERED;
    }

    /**
     * The id of what the name says: always the same.
     *
     * @param cause the time of the commit that it comes of, as that commit says; not a time of now
     * @param name tells it from all others that come of any event
     */
    public UUID of(Instant cause, String name) {
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(name.getBytes(StandardCharsets.UTF_8)));
        return of(cause, hash.getLong(), (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | VARIANT);
    }

    abstract UUID of(Instant cause, long high, long low);

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
