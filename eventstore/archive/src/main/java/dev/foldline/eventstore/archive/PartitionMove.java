package dev.foldline.eventstore.archive;

import dev.foldline.eventstore.ArchiveCorruptException;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.LogArchivedException;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.seam.ArchivableLog;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves the beginning of one partition, in steps each of which can be repeated: write a segment, compare what is read back
 * with the store, publish it, seal, and, later, compare once more and remove. A process that dies leaves at worst a file that
 * no manifest names.
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

    PartitionMove(
            Place place,
            ArchivableLog log,
            ArchiveStorage storage,
            PartitionArchive archive,
            ArchiveProgress progress) {
        this.place = place;
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
                // Another archiver was faster, and has removed what was to be compared: the next round knows its
                // manifest.
                more = true;
            }
        }
    }

    private boolean sealNext(ArchiveOptions options, Instant now) {
        Manifest manifest = sealPublished();
        Optional<SegmentWriter.Segment> next = next(manifest, options, now);
        next.ifPresent(segment -> {
            StorageCalls.call(storage, () -> storage.putIfAbsent(segment.info().name(), segment.bytes()));
            compare(segment.info());
            if (archive.manifests().publish(manifest.with(segment.info()))) {
                progress.written(
                        partition, segment.info().commits(), segment.info().bytes());
            }
            sealPublished();
        });
        return next.isPresent();
    }

    /** Seals up to the end of the manifest. What a process has published that came no further is compared before. */
    private Manifest sealPublished() {
        Manifest manifest = archive.manifests().latest();
        long sealed = log.sealNow(number);
        if (manifest.last() < sealed) {
            return archive.covering(sealed);
        }
        if (sealed < manifest.last()) {
            manifest.segments().stream()
                    .filter(segment -> segment.last() > sealed && !compared.contains(segment))
                    .forEach(this::compare);
            log.seal(number, manifest.last());
        }
        return manifest;
    }

    /** The segment after those that are there, if there is anything to move. */
    private Optional<SegmentWriter.Segment> next(Manifest manifest, ArchiveOptions options, Instant now) {
        long to = Math.min(log.head(number) - options.keep(), manifest.last() + options.segmentCommits());
        var writer = new SegmentWriter(place);
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

    /** Whether something before the seal is still in the store. */
    boolean hasRemovable() {
        return !log.removable(number, 0, 1).isEmpty();
    }

    /** Removes what is before the seal, each commit only after it was compared with the archive's. */
    void remove() {
        long position = 0;
        List<Commit> stored = log.removable(number, position, BATCH);
        while (!stored.isEmpty()) {
            requireArchived(stored, log.sealNow(number));
            log.remove(number, stored);
            progress.removed(partition, stored.size());
            position = stored.getLast().position();
            stored = log.removable(number, position, BATCH);
        }
    }

    private void requireArchived(List<Commit> stored, long through) {
        long after = stored.getFirst().position() - 1;
        Iterator<Commit> archived = archive.read(
                        after, Math.toIntExact(stored.getLast().position() - after), through)
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
