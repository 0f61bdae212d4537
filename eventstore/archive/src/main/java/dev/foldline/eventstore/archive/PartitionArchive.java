package dev.foldline.eventstore.archive;

import dev.foldline.eventstore.ArchiveCorruptException;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitFilter;
import dev.foldline.eventstore.FilteredCommits;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The archived part of one partition. Each question says up to which position the answer must be complete; it may know more.
 * Thread-safe.
 */
final class PartitionArchive {

    /** How many commits are looked at for one page of a filtered read. */
    private static final int SPAN = 10_000;

    private final Place place;
    private final ArchiveStorage storage;
    private final BlockCache cache;
    private final Manifests manifests;
    private volatile Manifest known;

    PartitionArchive(Place place, ArchiveStorage storage, BlockCache cache) {
        this.place = place;
        this.storage = storage;
        this.cache = cache;
        this.manifests = new Manifests(place, storage);
        this.known = Manifest.empty(place);
    }

    Place place() {
        return place;
    }

    Manifests manifests() {
        return manifests;
    }

    /** Up to {@code limit} commits after a position, and none that is beyond {@code through}. */
    List<Commit> read(long after, int limit, long through) {
        Manifest manifest = covering(through);
        var commits = new ArrayList<Commit>();
        long position = after + 1;
        while (position <= through && commits.size() < limit) {
            List<Commit> found = at(manifest, position);
            long room = Math.min(limit - commits.size(), through - position + 1);
            commits.addAll(found.subList(0, (int) Math.min(room, found.size())));
            position = commits.getLast().position() + 1;
        }
        return commits;
    }

    /** What a filter lets through, looking at no commit beyond {@code through} and at a bounded number of them. */
    FilteredCommits read(CommitFilter filter, long after, int limit, long through) {
        Manifest manifest = covering(through);
        var found = new ArrayList<Commit>();
        long position = after;
        while (position < through && found.size() < limit && position - after < SPAN) {
            SegmentInfo segment = manifest.segmentOf(position + 1).orElseThrow();
            if (filter.from().isAfter(segment.latest()) || !segment.earliest().isBefore(filter.until())) {
                return new FilteredCommits(found, Math.min(segment.last(), through));
            }
            for (Commit commit : read(position, SPAN, Math.min(through, segment.last()))) {
                position = commit.position();
                if (filter.matches(commit)) {
                    found.add(commit);
                }
                if (found.size() == limit) {
                    break;
                }
            }
        }
        return new FilteredCommits(found, position);
    }

    private List<Commit> at(Manifest manifest, long position) {
        return manifest.segmentOf(position).map(this::open).orElseThrow().from(position);
    }

    /** Commits of an aggregate that begin at a version or later and before another, in the order of versions. */
    List<Commit> load(String aggregateId, long afterVersion, long toVersion, long through) {
        List<Commit> commits = List.of();
        for (SegmentInfo segment : covering(through).segments().reversed()) {
            if (beginsAt(afterVersion, commits)) {
                break;
            }
            var older = new ArrayList<Commit>(open(segment).ofAggregate(aggregateId));
            older.addAll(commits);
            commits = older;
        }
        return commits.stream()
                .filter(commit -> commit.version() >= afterVersion && commit.version() < toVersion)
                .toList();
    }

    private static boolean beginsAt(long version, List<Commit> commits) {
        return !commits.isEmpty() && commits.getFirst().version() <= version;
    }

    /** The version that the aggregate has at position {@code through}; 0 for none. */
    long version(String aggregateId, long through) {
        return covering(through).segments().reversed().stream()
                .flatMap(segment -> open(segment).ofAggregate(aggregateId).reversed().stream())
                .filter(commit -> commit.position() <= through)
                .findFirst()
                .map(Commit::nextVersion)
                .orElse(0L);
    }

    Optional<Commit> find(UUID commandId, long through) {
        return covering(through).segments().reversed().stream()
                .flatMap(segment -> open(segment).ofCommand(commandId).stream())
                .findFirst();
    }

    /** The segment's commits, read anew and checked to the last bit. */
    List<Commit> check(SegmentInfo segment) {
        return SegmentCheck.commits(place, segment, StorageCalls.call(storage, () -> {
            try {
                return storage.read(segment.name());
            } catch (NoSuchFileException e) {
                throw missing(segment, e);
            }
        }));
    }

    /** A manifest that has the positions up to {@code through}. */
    Manifest covering(long through) {
        return known.last() < through ? latest(through) : known;
    }

    /** The manifest as it is now, which has the positions up to {@code through}. */
    Manifest latest(long through) {
        Manifest latest = manifests.latest();
        if (latest.last() < through) {
            throw new ArchiveCorruptException(
                    "the archive " + storage + " has " + place.partition() + " (log " + place.log()
                            + ") up to position " + latest.last() + ", but commits up to " + through
                            + " have left the store for an archive: is it this one (foldline.archive.url)?",
                    null);
        }
        known = latest;
        return latest;
    }

    private SegmentReader open(SegmentInfo segment) {
        SegmentFile.Source source = (offset, length) -> fetch(segment, offset, length);
        return new SegmentReader(new SegmentFile(place, segment, source, cache));
    }

    private byte[] fetch(SegmentInfo segment, long offset, int length) {
        return StorageCalls.call(storage, () -> {
            try {
                return storage.read(segment.name(), offset, length);
            } catch (NoSuchFileException e) {
                throw missing(segment, e);
            }
        });
    }

    private ArchiveCorruptException missing(SegmentInfo segment, IOException cause) {
        return new ArchiveCorruptException(
                "the segment " + segment.name() + " (positions " + segment.first() + " to " + segment.last() + " of "
                        + place.partition() + ") is not in " + storage
                        + ". Bring the file back from a copy; until then nothing more leaves the store",
                cause);
    }
}
