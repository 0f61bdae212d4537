package dev.foldline.eventstore.archive;

import dev.foldline.eventstore.ArchiveCorruptException;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.LogArchivedException;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.seam.ArchivableLog;
import dev.foldline.eventstore.seam.ArchiveClaim;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves the beginning of one partition, in steps each of which can be repeated: write a segment, compare what is read back
 * with the store, publish it, seal, and, later, compare once more and remove. A process that dies leaves at worst a file that
 * no manifest names. Of several who move the same partition, the one that made the last {@linkplain ArchiveClaim claim} goes
 * on, and the others leave it to that one.
 */
final class PartitionMove {

    private static final int BATCH = 1_000;

    private final int number;
    private final Partition partition;
    private final ArchivableLog log;
    private final ArchiveStorage storage;
    private final PartitionArchive archive;
    private final Place place;
    private final ArchiveProgress progress;
    private final Set<SegmentInfo> compared = new HashSet<>();
    private ArchiveClaim claim = ArchiveClaim.NONE;
    private boolean left;

    PartitionMove(ArchivableLog log, ArchiveStorage storage, PartitionArchive archive, ArchiveProgress progress) {
        this.place = archive.place();
        this.partition = place.partition();
        this.number = partition.number();
        this.log = log;
        this.storage = storage;
        this.archive = archive;
        this.progress = progress;
    }

    /** How many commits can be written to the archive, whatever their age. */
    long pending(ArchiveOptions options) {
        long last = archive.manifests().latest().last();
        return Math.max(0, log.head(number) - options.keep() - last);
    }

    /** Writes and publishes segments as long as there is something to move, and seals what is published. */
    void seal(ArchiveOptions options, Instant now) {
        boolean more = true;
        while (more) {
            try {
                more = sealNext(options, now);
            } catch (LogArchivedException e) {
                // What was to be compared is removed already.
                leave();
                more = false;
            } catch (ArchiveCorruptException e) {
                // Whoever was too slow may find its own file cleaned away.
                more = leaveOr(e);
            }
        }
    }

    private boolean leaveOr(ArchiveCorruptException failure) {
        if (stillClaimed()) {
            throw failure;
        }
        return false;
    }

    private boolean sealNext(ArchiveOptions options, Instant now) {
        claim = log.claimed(number);
        Manifest manifest = archive.latest(claim.through());
        Optional<SegmentInfo> next = next(manifest, options, now).map(this::write);
        Manifest longer = next.map(manifest::with).orElse(manifest);
        if (longer.last() <= claim.through()) {
            return false;
        }
        // Among them is what a process has published that came no further.
        longer.after(claim.through()).stream()
                .filter(segment -> !compared.contains(segment))
                .forEach(this::compare);
        boolean sealed = publish(longer);
        if (sealed) {
            next.ifPresent(segment -> progress.written(partition, segment.commits(), segment.bytes()));
        }
        return sealed;
    }

    private SegmentInfo write(SegmentWriter.Segment segment) {
        StorageCalls.call(storage, () -> storage.putIfAbsent(segment.info().name(), segment.bytes()));
        return segment.info();
    }

    /**
     * Publishes a manifest under a number that nobody else has, and seals up to its end unless somebody has claimed the
     * partition since: a manifest that others publish later has what this one has, as they found it, or has a smaller number.
     */
    private boolean publish(Manifest manifest) {
        if (!claim(claim.ofManifest(manifest.number()))) {
            return false;
        }
        archive.manifests().publish(manifest.withNumber(claim.manifest()));
        return claim(claim.sealed(manifest.last()));
    }

    private boolean claim(ArchiveClaim next) {
        boolean holds = log.claim(number, next);
        if (holds) {
            claim = next;
        } else {
            leave();
        }
        return holds;
    }

    private void leave() {
        left = true;
        progress.left(partition);
    }

    /** The segment after those that are there, if there is anything to move. */
    private Optional<SegmentWriter.Segment> next(Manifest manifest, ArchiveOptions options, Instant now) {
        long to = Math.min(log.head(number) - options.keep(), manifest.last() + options.segmentCommits());
        var writer = new SegmentWriter(place, claim.number());
        long position = manifest.last();
        boolean young = false;
        while (position < to && !young && writer.size() < options.segmentBytes()) {
            for (Commit commit : log.read(number, position, (int) Math.min(BATCH, to - position))) {
                young = commit.time().isAfter(now.minus(options.keepFor()));
                if (young) {
                    break;
                }
                writer.add(commit);
                position = commit.position();
            }
        }
        return position == manifest.last() ? Optional.empty() : Optional.of(writer.finish());
    }

    /** Fails unless the segment, read back, has commit for commit what the store has. */
    private void compare(SegmentInfo segment) {
        Iterator<Commit> archived = archive.check(segment).iterator();
        long position = segment.first() - 1;
        while (position < segment.last()) {
            int limit = (int) Math.min(BATCH, segment.last() - position);
            for (Commit commit : log.read(number, position, limit)) {
                requireEqual(commit, archived.next());
                position = commit.position();
            }
        }
        compared.add(segment);
    }

    /** Whether something before the seal is still in the store, and nobody else is about to remove it. */
    boolean hasRemovable() {
        return !left && !log.removable(number, 0, 1).isEmpty();
    }

    /**
     * Removes what is before the seal, each commit only after it was compared with the archive's; nothing more once somebody
     * has claimed the partition, as what is sealed since nobody has waited for.
     */
    void remove() {
        if (left) {
            return;
        }
        archive.latest(claim.through());
        List<Commit> stored = log.removable(number, 0, BATCH);
        while (!stored.isEmpty() && stillClaimed()) {
            requireArchived(stored);
            log.remove(number, stored);
            progress.removed(partition, stored.size());
            stored = log.removable(number, stored.getLast().position(), BATCH);
        }
    }

    private boolean stillClaimed() {
        boolean holds = log.claimed(number).equals(claim);
        if (!holds) {
            leave();
        }
        return holds;
    }

    private void requireArchived(List<Commit> stored) {
        long after = stored.getFirst().position() - 1;
        Iterator<Commit> archived = archive.read(
                        after, Math.toIntExact(stored.getLast().position() - after), claim.through())
                .iterator();
        for (Commit commit : stored) {
            Commit same = archived.next();
            while (same.position() < commit.position()) {
                same = archived.next();
            }
            requireEqual(commit, same);
        }
    }

    private void requireEqual(Commit stored, Commit archived) {
        if (!stored.equals(archived)) {
            throw new ArchiveCorruptException(
                    "the commit at position " + stored.position() + " of " + partition + " is another one in " + storage
                            + " than in the store. Nothing more is removed from the store; find out which of the two is"
                            + " right",
                    null);
        }
    }
}
