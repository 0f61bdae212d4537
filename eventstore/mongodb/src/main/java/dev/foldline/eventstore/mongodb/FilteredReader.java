package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitFilter;
import dev.foldline.eventstore.FilteredCommits;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.StoreUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks in one partition for commits that a filter lets through, a bounded part at a time. The server filters; where a time
 * range begins is found by halving, with some thirty reads by position in the longest of logs, and no index by time.
 */
final class FilteredReader {

    /** How many commits the server looks at for one page: some milliseconds' work. */
    static final int SPAN = 20_000;

    private final Partition partition;
    private final CommitCollection collection;
    private final PartitionReader reader;
    private final TailWitness witness;

    FilteredReader(Partition partition, CommitCollection collection, PartitionReader reader, TailWitness witness) {
        this.partition = partition;
        this.collection = collection;
        this.reader = reader;
        this.witness = witness;
    }

    FilteredCommits read(CommitFilter filter, long after, int limit) {
        Optional<Commit> anchor = after == 0 ? Optional.empty() : Optional.of(at(after));
        if (anchor.filter(commit -> filter.isAfterAll(commit.time())).isPresent()) {
            return new FilteredCommits(List.of(), after);
        }
        long head = reader.head();
        boolean begun = filter.from().equals(Instant.MIN)
                || anchor.filter(commit -> !filter.isBeforeAll(commit.time())).isPresent();
        long from = begun ? after : lastBefore(filter, after, head);
        return from >= head
                ? new FilteredCommits(List.of(), Math.max(after, from))
                : page(filter, from, Math.min(head, from + SPAN), limit);
    }

    /** The furthest position known to have nothing wanted at it or before it: neighbours of different judgement are sought. */
    private long lastBefore(CommitFilter filter, long after, long head) {
        if (after >= head || filter.isBeforeAll(at(head).time())) {
            return Math.max(after, head);
        }
        long before = after;
        long notBefore = head;
        while (notBefore - before > 1) {
            long middle = before + (notBefore - before) / 2;
            if (filter.isBeforeAll(at(middle).time())) {
                before = middle;
            } else {
                notBefore = middle;
            }
        }
        return before;
    }

    /** What is wanted after {@code after} and up to {@code to}, whose commit comes along to show that the server has them. */
    private FilteredCommits page(CommitFilter filter, long after, long to, int limit) {
        int most = Math.min(limit, SPAN);
        List<Commit> found = collection.matching(filter, after, to, most + 1);
        List<Commit> wanted = found.stream().filter(filter::matches).toList();
        if (wanted.size() > most) {
            return new FilteredCommits(
                    wanted.subList(0, most), wanted.get(most - 1).position());
        }
        if (found.isEmpty() || found.getLast().position() != to) {
            witness.requirePresent(to);
            throw pastState(to);
        }
        return new FilteredCommits(wanted, to);
    }

    private Commit at(long position) {
        return collection.at(position).filter(witness::recognizes).orElseThrow(() -> {
            witness.requirePresent(position);
            return pastState(position);
        });
    }

    private StoreUnavailableException pastState(long position) {
        return PartitionReader.pastState(partition, position);
    }
}
