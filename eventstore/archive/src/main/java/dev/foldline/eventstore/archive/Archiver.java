package dev.foldline.eventstore.archive;

import dev.foldline.eventstore.StoreUnavailableException;
import dev.foldline.eventstore.seam.ArchivableLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Moves the beginnings of a log's partitions to an archive. Any number of archivers may be at work, of which one goes on with
 * each partition, and each may die at any moment: whoever comes next goes on where it stopped.
 */
public final class Archiver {

    /** What a process knows of a seal is never older than the notice; a multiple, since clocks do not run alike. */
    private static final int NOTICES = 6;

    private static final Duration TOLD_EVERY = Duration.ofSeconds(1);

    private final Duration pause;
    private final List<PartitionMove> moves;
    private final ArchiveProgress progress;

    /** @param context the context that owns the log */
    public Archiver(String context, ArchivableLog log, Archive archive, ArchiveProgress progress) {
        this(context, List.of(log), archive, progress);
    }

    /** Of several logs of a context; for all of them is waited once. */
    public Archiver(String context, List<ArchivableLog> logs, Archive archive, ArchiveProgress progress) {
        this.pause = logs.stream()
                .map(log -> log.notice().multipliedBy(NOTICES))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        this.progress = progress;
        this.moves = logs.stream()
                .flatMap(log -> archive.partitions(context, log.descriptor()).stream()
                        .map(partition -> new PartitionMove(log, archive.storage(), partition, progress)))
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
            await();
            moves.forEach(PartitionMove::remove);
        }
    }

    private void await() {
        long end = System.nanoTime() + pause.toNanos();
        Duration left = pause;
        do {
            progress.waiting(left);
            sleep(left.compareTo(TOLD_EVERY) < 0 ? left : TOLD_EVERY);
            left = Duration.ofNanos(end - System.nanoTime());
        } while (left.isPositive());
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted before anything was removed", e);
        }
    }
}
