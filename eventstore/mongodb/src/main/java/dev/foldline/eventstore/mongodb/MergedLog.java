package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitReader;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * All commits of a log up to given heads: each partition in its own order, and of those that are next the one with the earliest
 * time, or of the first partition. The order is the same whenever it is asked for. Not thread-safe.
 */
final class MergedLog implements Iterator<MergedLog.Placed> {

    private static final int PAGE = 1_000;

    /** A commit and the number of the partition that has it. */
    record Placed(int partition, Commit commit) {}

    private final CommitReader log;
    private final List<Long> heads;
    private final List<Deque<Commit>> pages;
    private final PriorityQueue<Placed> next = new PriorityQueue<>(
            Comparator.comparing((Placed placed) -> placed.commit().time()).thenComparingInt(Placed::partition));

    /** @param heads where to stop in each partition */
    MergedLog(CommitReader log, List<Long> heads) {
        this.log = log;
        this.heads = List.copyOf(heads);
        this.pages = heads.stream()
                .map(head -> (Deque<Commit>) new ArrayDeque<Commit>())
                .toList();
        IntStream.range(0, heads.size()).forEach(partition -> advance(partition, 0));
    }

    @Override
    public boolean hasNext() {
        return !next.isEmpty();
    }

    @Override
    public Placed next() {
        Placed first = next.poll();
        if (first == null) {
            throw new NoSuchElementException("that was all");
        }
        advance(first.partition(), first.commit().position());
        return first;
    }

    private void advance(int partition, long after) {
        Deque<Commit> page = pages.get(partition);
        if (page.isEmpty() && after < heads.get(partition)) {
            page.addAll(log.read(partition, after, (int) Math.min(PAGE, heads.get(partition) - after)));
        }
        if (!page.isEmpty()) {
            next.add(new Placed(partition, page.removeFirst()));
        }
    }
}
