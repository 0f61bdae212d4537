package dev.foldline.functions.runtime.own;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A partition's latest commits without a hole, of bounded number and size. For one thread. */
final class RecentCommits {

    /** The most commits that are kept. */
    static final int MOST = 2_048;

    /** The most bytes of payload that are kept. */
    private static final long MOST_BYTES = 1 << 20;

    private final ArrayDeque<Commit> commits = new ArrayDeque<>();
    private long bytes;

    /** Takes the commit that follows the last one. */
    void add(Commit commit) {
        commits.addLast(commit);
        bytes += bytes(commit);
        while (commits.size() > MOST || bytes > MOST_BYTES) {
            bytes -= bytes(commits.removeFirst());
        }
    }

    /**
     * The commits behind a position, up to the partition's end.
     *
     * @param count how many there are
     * @return empty when not all of them are kept
     */
    Optional<List<Commit>> last(long count) {
        if (count > commits.size()) {
            return Optional.empty();
        }
        var last = new Commit[Math.toIntExact(count)];
        Iterator<Commit> backwards = commits.descendingIterator();
        for (int place = last.length - 1; place >= 0; place--) {
            last[place] = backwards.next();
        }
        return Optional.of(Arrays.asList(last));
    }

    void clear() {
        commits.clear();
        bytes = 0;
    }

    private static long bytes(Commit commit) {
        long sum = 0;
        for (EventData event : commit.events()) {
            sum += event.payload().length;
        }
        return sum;
    }
}
