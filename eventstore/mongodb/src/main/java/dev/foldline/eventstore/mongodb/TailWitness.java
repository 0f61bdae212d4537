package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.LogArchivedException;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.Partition;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the furthest commit of a partition that this process has seen at majority, and knows whether the log still has
 * it. Thread-safe.
 *
 * <p>What looks like a loss is looked at twice: a primary that does not know yet that it was replaced, or a new one that
 * does not know yet what was acknowledged by the old one, answers from a past state of the log, and that is no loss.
 */
final class TailWitness {

    private record Sighting(long position, @Nullable UUID commandId) {}

    private static final Sighting NOTHING = new Sighting(0, null);

    private final Partition partition;
    private final CommitCollection collection;
    private final Seal seal;
    private volatile Sighting furthest = NOTHING;

    TailWitness(Partition partition, CommitCollection collection, Seal seal) {
        this.partition = partition;
        this.collection = collection;
        this.seal = seal;
    }

    synchronized void saw(Commit commit) {
        if (commit.position() > furthest.position()) {
            furthest = new Sighting(commit.position(), commit.commandId());
        }
    }

    /** Position of the furthest commit seen; 0 for none. */
    long furthest() {
        return furthest.position();
    }

    /** Whether the commit can be what this process saw at its position. */
    boolean recognizes(Commit commit) {
        Sighting sighting = furthest;
        return commit.position() != sighting.position() || commit.commandId().equals(sighting.commandId());
    }

    /** Fails when the log no longer has what this process saw in it, or has nothing at {@code tail}. */
    void requireIntact(long tail) {
        long furthest = furthest();
        if (furthest > 0 && !isPresent(furthest)) {
            requireArchived(furthest);
        }
        if (tail > furthest && !isPresent(tail)) {
            requireArchived(tail);
        }
    }

    /**
     * Fails when the log has no commit at the position, or another one than this process saw there.
     *
     * @throws LogArchivedException it has left the store for the archive
     */
    void requirePresent(long position) {
        if (!isPresent(position)) {
            requireArchived(position).ifPresent(through -> {
                throw new LogArchivedException(partition, through);
            });
        }
    }

    private boolean isPresent(long position) {
        return isIntact(collection.at(position)) || isIntact(collection.atForCertain(position));
    }

    /** The seal, if what is missing is before it; empty when it was put back meanwhile. */
    private OptionalLong requireArchived(long position) {
        long through = seal.now();
        if (position < through && collection.at(position).isEmpty()) {
            return OptionalLong.of(through);
        }
        // A seal is taken away after everything before it was put back.
        if (!isPresent(position)) {
            throw truncated(position);
        }
        return OptionalLong.empty();
    }

    private boolean isIntact(Optional<Commit> found) {
        return found.filter(this::recognizes).isPresent();
    }

    private LogTruncatedException truncated(long position) {
        long head = collection.last().map(Commit::position).orElse(0L);
        return new LogTruncatedException("the log of " + partition + " has lost the commit at position " + position
                + ", which was acknowledged and seen (the log now ends at position " + head
                + "): it was restored or lost. Stop what uses it, then restore the log to position " + position
                + " or beyond, or reset every checkpoint and projection that is ahead of it");
    }
}
