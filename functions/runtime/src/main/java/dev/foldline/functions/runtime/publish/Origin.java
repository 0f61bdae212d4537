package dev.foldline.functions.runtime.publish;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.UnreadableEventException;
import dev.foldline.functions.Metadata;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Where a published commit comes from. It is in the commit's metadata, so that the last published commit says how far the
 * publisher is: no checkpoint can disagree with it.
 *
 * @param log the identity of the stored log
 * @param position the stored commit's position, in the partition of the same number
 */
record Origin(UUID log, long position) {

    private static final String LOG = "source-log";
    private static final String POSITION = "source";

    static Origin of(LogDescriptor log, Commit stored) {
        return new Origin(log.id(), stored.position());
    }

    /**
     * Reads the origin of a published commit.
     *
     * @throws UnreadableEventException it has none, so no publisher has written it
     */
    static Origin read(Partition partition, Commit published) {
        try {
            Map<String, String> metadata = published.metadata();
            return new Origin(
                    UUID.fromString(metadata.getOrDefault(LOG, "")),
                    Long.parseLong(metadata.getOrDefault(POSITION, "")));
        } catch (IllegalArgumentException e) {
            throw new UnreadableEventException(
                    "the published commit at " + partition + "@" + published.position()
                            + " does not say which stored commit it comes from",
                    e);
        }
    }

    /**
     * The metadata of what is published of the stored commit: what that has, and the origin. A command that had no correlation
     * is its own, also where its id is not seen any more.
     */
    Map<String, String> metadata(Commit stored) {
        var metadata = new HashMap<>(stored.metadata());
        metadata.putIfAbsent(Metadata.CORRELATION, stored.commandId().toString());
        metadata.put(LOG, log.toString());
        metadata.put(POSITION, Long.toString(position));
        return metadata;
    }

    /** The command id of what is published of the stored commit: always the same (RFC 9562, version 8, of a SHA-256). */
    UUID commandId(Partition partition, Commit stored) {
        String name = "publish " + log + " " + partition + "@" + position + " " + stored.commandId();
        ByteBuffer hash = ByteBuffer.wrap(sha256(name));
        long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /**
     * Sees to it that the stored log is the one that this comes from.
     *
     * @throws LogTruncatedException it is another one
     */
    void requireLog(LogDescriptor stored, Partition partition) {
        if (!log.equals(stored.id())) {
            throw new LogTruncatedException(
                    "what is published of " + partition + " comes from position " + position
                            + " of log " + log + ", but the log is now " + stored.id()
                            + ": it was lost and made anew. Restore it; or drop the published log as well, and reset whoever follows it");
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
