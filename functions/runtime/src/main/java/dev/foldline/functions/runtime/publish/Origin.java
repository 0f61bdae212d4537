package dev.foldline.functions.runtime.publish;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.DerivedIds;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.UnreadableEventException;
import dev.foldline.functions.Metadata;
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

    /** The command id of what is published of the stored commit: always the same. */
    UUID commandId(DerivedIds ids, Partition partition, Commit stored) {
        return ids.of(stored.time(), "publish " + log + " " + partition + "@" + position + " " + stored.commandId());
    }

    /** Whether the published commit comes of this stored one, and not of another that was at its place. */
    boolean isOf(Partition partition, Commit stored, Commit published) {
        UUID id = published.commandId();
        return commandId(DerivedIds.asIn(id), partition, stored).equals(id);
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
}
