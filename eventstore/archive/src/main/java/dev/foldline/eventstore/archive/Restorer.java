package dev.foldline.eventstore.archive;

import dev.foldline.eventstore.ArchiveCorruptException;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.StoreUnavailableException;
import dev.foldline.eventstore.seam.ArchivableLog;
import dev.foldline.eventstore.seam.ArchiveClaim;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings a log's commits back from an archive, whose files stay, and checks the files. */
public final class Restorer {

    private static final int BATCH = 1_000;

    private final ArchivableLog log;
    private final List<PartitionArchive> archives;
    private final ArchiveProgress progress;

    /** @param context the context that owns the log */
    public Restorer(String context, ArchivableLog log, Archive archive, ArchiveProgress progress) {
        this.log = log;
        this.archives = archive.partitions(context, log.descriptor());
        this.progress = progress;
    }

    /**
     * Puts everything back into the store, and takes the seals away when all of it is there. It goes from the latest to the
     * earliest, so that whoever reads meanwhile sees a log whose beginning is in the archive, and no hole. Not to be used while
     * an archiver is at work; it can be repeated.
     *
     * @throws ArchiveCorruptException something of the archive is not as it was written; the seal stays
     * @throws StoreUnavailableException an archiver is at work; what is back stays, and so does the seal
     */
    public void restore() {
        for (int number = 0; number < archives.size(); number++) {
            ArchiveClaim claimed = log.claimed(number);
            if (claimed.through() > 0) {
                restore(number, claimed);
            }
        }
    }

    private void restore(int number, ArchiveClaim claimed) {
        long through = claimed.through();
        // Whoever is removing something removes no more.
        ArchiveClaim claim = claim(number, claimed.sealed(through));
        for (SegmentInfo segment :
                archives.get(number).latest(through).segments().reversed()) {
            if (segment.first() < through) {
                restore(number, segment, through);
            }
        }
        claim(number, claim.sealed(0));
    }

    private ArchiveClaim claim(int number, ArchiveClaim next) {
        if (!log.claim(number, next)) {
            throw new StoreUnavailableException(
                    "an archiver is at work on " + partition(number) + ": let it end, then restore again", null);
        }
        return next;
    }

    private void restore(int number, SegmentInfo segment, long through) {
        List<Commit> commits = archives.get(number).check(segment).stream()
                .filter(commit -> commit.position() < through)
                .toList();
        for (int to = commits.size(); to > 0; to -= BATCH) {
            List<Commit> batch = commits.subList(Math.max(to - BATCH, 0), to);
            log.putBack(number, missing(number, batch).reversed());
            requireBack(number, batch);
            progress.restored(partition(number), batch.size());
        }
    }

    private List<Commit> missing(int number, List<Commit> commits) {
        Set<Long> there = stored(number, commits).stream().map(Commit::position).collect(Collectors.toSet());
        return commits.stream()
                .filter(commit -> !there.contains(commit.position()))
                .toList();
    }

    private List<Commit> stored(int number, List<Commit> commits) {
        return log.removable(number, commits.getFirst().position() - 1, commits.size());
    }

    private void requireBack(int number, List<Commit> commits) {
        Iterator<Commit> stored = stored(number, commits).iterator();
        for (Commit commit : commits) {
            if (!stored.hasNext() || !stored.next().equals(commit)) {
                throw new ArchiveCorruptException(
                        "the commit at position " + commit.position() + " of " + partition(number)
                                + " is not in the store as it is in the archive, though it was put back: find out what is"
                                + " in its place",
                        null);
            }
        }
    }

    /**
     * Reads every segment whole.
     *
     * @throws ArchiveCorruptException the first that is not as it was written, or commits have left the store that the archive
     *     does not have
     */
    public void verify() {
        for (int number = 0; number < archives.size(); number++) {
            PartitionArchive archive = archives.get(number);
            archive.covering(log.sealNow(number));
            for (SegmentInfo segment : archive.manifests().latest().segments()) {
                archive.check(segment);
                progress.verified(partition(number), segment.commits(), segment.bytes());
            }
        }
    }

    private Partition partition(int number) {
        return log.descriptor().partition(number);
    }
}
