package dev.foldline.eventstore;

import java.util.ArrayDeque;
import java.util.Deque;

/** One partition of what a {@link MergedReader} reads, up to a head. Used by one thread at a time. */
final class MergedSource {

    private final LogReader log;
    private final Partition partition;
    private final CommitFilter filter;
    private final int page;
    private final long head;
    private final Deque<Commit> read = new ArrayDeque<>();
    private long looked;
    private boolean isRead;

    /**
     * @param page how many commits are read at once
     * @param after where to begin
     * @param head where to end
     */
    MergedSource(LogReader log, Partition partition, CommitFilter filter, int page, long after, long head) {
        this.log = log;
        this.partition = partition;
        this.filter = filter;
        this.page = page;
        this.looked = after;
        this.head = head;
        this.isRead = after == head;
    }

    boolean isToBeFilled() {
        return read.isEmpty() && !isRead;
    }

    /** Reads until something is found, or to the end. A place beyond the head is asked for, too: only the log knows if that is a loss. */
    void fill() {
        while (isToBeFilled()) {
            FilteredCommits found = log.read(partition.number(), filter, looked, page);
            found.commits().stream().filter(commit -> commit.position() <= head).forEach(read::add);
            isRead = found.position() == looked || found.position() >= head;
            looked = Math.min(found.position(), Math.max(head, looked));
        }
    }

    boolean hasNext() {
        return !read.isEmpty();
    }

    PlacedCommit first() {
        return new PlacedCommit(partition, read.getFirst());
    }

    PlacedCommit take() {
        return new PlacedCommit(partition, read.removeFirst());
    }

    Token position() {
        return Token.of(partition, read.isEmpty() ? looked : read.getFirst().position() - 1);
    }
}
