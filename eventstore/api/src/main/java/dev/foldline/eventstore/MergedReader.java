package dev.foldline.eventstore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Reads the partitions of a log as one, in the order of {@link PlacedCommit#BY_TIME}; within a partition by position, even where
 * its writers' clocks went back. It ends at the heads that it found when it was made, so two that begin at the same place
 * return the same order however the log grows meanwhile. For people, exports and audits; who follows a log uses
 * partitions, whose order is that of the commits. Partitions are read side by side. Not thread-safe.
 */
public final class MergedReader {

    private static final int COMMITS_IN_MEMORY = 8_000;
    private static final int LARGEST_PAGE = 500;
    private static final int SMALLEST_PAGE = 10;

    private final List<MergedSource> sources;

    private MergedReader(List<MergedSource> sources) {
        this.sources = sources;
    }

    /** All partitions, see {@link #of(LogReader, List, CommitFilter, Token)}. */
    public static MergedReader of(LogReader log, CommitFilter filter, Token after) {
        return of(log, log.descriptor().allPartitions(), filter, after);
    }

    /**
     * A reader from a place to the current heads.
     *
     * @param partitions which ones
     * @param filter what is wanted
     * @param after where to begin in each partition; the start in those that it does not name
     * @throws IllegalArgumentException the token names a partition that is not read
     * @throws StoreUnavailableException the log cannot be reached
     */
    public static MergedReader of(LogReader log, List<Partition> partitions, CommitFilter filter, Token after) {
        require(partitions, log.descriptor().allPartitions(), "the log does not have ");
        require(after.positions().keySet(), partitions, "what is read does not have ");
        List<Long> heads = log.heads();
        int page = Math.clamp(COMMITS_IN_MEMORY / Math.max(1, partitions.size()), SMALLEST_PAGE, LARGEST_PAGE);
        return new MergedReader(partitions.stream()
                .distinct()
                .map(partition -> new MergedSource(
                        log,
                        partition,
                        filter,
                        page,
                        after.positions().getOrDefault(partition, 0L),
                        heads.get(partition.number())))
                .toList());
    }

    private static void require(Iterable<Partition> asked, List<Partition> there, String otherwise) {
        for (Partition partition : asked) {
            if (!there.contains(partition)) {
                throw new IllegalArgumentException(otherwise + "a partition " + partition);
            }
        }
    }

    /**
     * What comes next.
     *
     * @param limit the most commits to return, at least 1
     * @return empty only when there is nothing more
     * @throws LogTruncatedException a part of the log was lost
     * @throws StoreUnavailableException the log cannot be reached; calling again goes on
     */
    public List<PlacedCommit> next(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("at least one commit is read, not " + limit);
        }
        fill();
        var merged = new ArrayList<PlacedCommit>();
        var waiting = new PriorityQueue<>(Comparator.comparing(MergedSource::first, PlacedCommit.BY_TIME));
        sources.stream().filter(MergedSource::hasNext).forEach(waiting::add);
        while (!waiting.isEmpty() && merged.size() < limit) {
            MergedSource source = waiting.remove();
            merged.add(source.take());
            if (source.isToBeFilled()) {
                break;
            }
            if (source.hasNext()) {
                waiting.add(source);
            }
        }
        return merged;
    }

    /** How far everything was returned: a reader that begins after it neither skips nor repeats a commit. */
    public Token position() {
        return sources.stream().map(MergedSource::position).reduce(Token.NONE, Token::merge);
    }

    /** Sees to it that each partition has a commit at hand, or none to come. */
    private void fill() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(sources.stream()
                            .filter(MergedSource::isToBeFilled)
                            .map(source -> CompletableFuture.runAsync(source::fill, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof EventStoreException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
