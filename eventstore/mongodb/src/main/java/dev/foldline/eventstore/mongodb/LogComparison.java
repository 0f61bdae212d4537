package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** Compares a log event by event with the one that it was copied from. Not thread-safe. */
final class LogComparison {

    private static final int PAGE = 1_000;

    /**
     * What was compared.
     *
     * @param commits how many commits are equal
     * @param events how many events they have
     */
    record Equal(long commits, long events) {}

    private final CommitReader target;
    private final List<Deque<Commit>> pages;
    private final long[] positions;
    private long commits;
    private long events;

    LogComparison(CommitReader target) {
        this.target = target;
        int partitions = target.descriptor().partitions();
        this.pages = IntStream.range(0, partitions)
                .mapToObj(partition -> (Deque<Commit>) new ArrayDeque<Commit>())
                .toList();
        this.positions = new long[partitions];
    }

    /** @throws RepartitionException a commit is missing, differs or is one too many */
    Equal compare(MergedLog source, LongConsumer progress) {
        while (source.hasNext()) {
            compare(source.next().commit());
            progress.accept(++commits);
        }
        List<Long> heads = target.heads();
        for (int partition = 0; partition < positions.length; partition++) {
            if (heads.get(partition) != positions[partition]) {
                throw differs(partition, positions[partition] + 1, "was not copied");
            }
        }
        return new Equal(commits, events);
    }

    private void compare(Commit source) {
        int partition = target.descriptor().partitionOf(source.aggregateId()).number();
        Deque<Commit> page = pages.get(partition);
        if (page.isEmpty()) {
            page.addAll(target.read(partition, positions[partition], PAGE));
        }
        Commit copy = page.poll();
        long position = ++positions[partition];
        if (copy == null || !copy.equals(at(source, position))) {
            throw differs(partition, position, "is not the commit of command " + source.commandId());
        }
        events += copy.events().size();
    }

    private static Commit at(Commit commit, long position) {
        return new Commit(
                position,
                commit.aggregateId(),
                commit.version(),
                commit.commandId(),
                commit.time(),
                commit.events(),
                commit.metadata());
    }

    private RepartitionException differs(int partition, long position, String how) {
        return new RepartitionException("what is at " + target.descriptor().partition(partition) + "@" + position
                + " of the new log " + how + ". Drop the new log and start again");
    }
}
