package dev.foldline.eventstore.archive;

import dev.foldline.eventstore.StoreUnavailableException;
import dev.foldline.eventstore.seam.ArchivableLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Moves the beginnings of a log's partitions to an archive. Any number of archivers may be at work, of which one goes on with
 * each partition, and each may die at any moment: whoever comes next goes on where it stopped.
 */
public final class Archiver {

    /** What a process knows of a seal is never older than the notice; a multiple, since clocks do not run alike. */
    private static final int NOTICES = 6;

    private final ArchivableLog log;
    private final List<PartitionMove> moves;
    private final ArchiveProgress progress;

    /** @param context the context that owns the log */
    public Archiver(String context, ArchivableLog log, Archive archive, ArchiveProgress progress) {
        this.log = log;
        this.progress = progress;
        List<PartitionArchive> partitions = archive.partitions(context, log.descriptor());
        this.moves = IntStream.range(0, partitions.size())
                .mapToObj(number -> new PartitionMove(
                        new Place(
                                log.descriptor().id(), context, log.descriptor().partition(number)),
                        log,
                        archive.storage(),
                        partitions.get(number),
                        progress))
                .toList();
    }

    /**
     * Moves what may be moved, then removes it from the store.
     *
     * @param now the time that ages are measured by
     * @throws dev.foldline.eventstore.ArchiveCorruptException there is a doubt about what is in the archive; what it is about
     *     is still in the store
     */
    public void run(ArchiveOptions options, Instant now) {
        progress.planned(moves.stream().mapToLong(move -> move.pending(options)).sum());
        moves.forEach(move -> move.seal(options, now));
        if (moves.stream().anyMatch(PartitionMove::hasRemovable)) {
            await(log.notice().multipliedBy(NOTICES));
            moves.forEach(PartitionMove::remove);
        }
    }

    private void await(Duration pause) {
        progress.waiting(pause);
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted before anything was removed", e);
        }
    }
}
