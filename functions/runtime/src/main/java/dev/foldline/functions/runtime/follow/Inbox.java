package dev.foldline.functions.runtime.follow;

import dev.foldline.eventstore.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What one partition's loop has heard and not applied yet: a bounded number of announced commits by position, and whether
 * the log has to be looked at. Thread-safe.
 */
final class Inbox {

    /** More than these are not kept: the log has them. */
    static final int CAPACITY = 2_000;

    private record Heard(Commit commit, CompletableFuture<Void> settled) {}

    private final SortedMap<Long, Heard> heard = new TreeMap<>();
    private final Bell bell;
    private long position;
    private long head;
    private boolean look = true;
    private boolean closed;

    /** @param bell is rung when there may be something to do */
    Inbox(Bell bell) {
        this.bell = bell;
    }

    /** A commit was announced; the result completes when it needs no more care. */
    CompletionStage<Void> hear(Commit commit) {
        CompletionStage<Void> settled = keep(commit);
        bell.ring();
        return settled;
    }

    private synchronized CompletionStage<Void> keep(Commit commit) {
        if (closed || commit.position() <= position) {
            return CompletableFuture.completedStage(null);
        }
        Heard known = heard.get(commit.position());
        if (known != null) {
            return known.settled();
        }
        if (heard.size() >= CAPACITY) {
            look = true;
            return CompletableFuture.completedStage(null);
        }
        var settled = new CompletableFuture<Void>();
        heard.put(commit.position(), new Heard(commit, settled));
        if (!isNextHeard()) {
            look = true;
        }
        return settled;
    }

    /** The log has to be looked at. */
    void look() {
        synchronized (this) {
            look = true;
        }
        bell.ring();
    }

    /** The log's head was looked at. One below the position is looked into as well: reading tells that the log was truncated. */
    void seen(long latest) {
        if (isNews(latest)) {
            look();
        }
    }

    private synchronized boolean isNews(long latest) {
        head = latest;
        return head != position;
    }

    /** How many commits were in the log and not taken care of, when its head was seen last. */
    synchronized long lag() {
        return Math.max(0, head - position);
    }

    /** The position that was reached last. */
    synchronized long position() {
        return position;
    }

    /** Whether there is something to do. */
    synchronized boolean isDue() {
        return look || isNextHeard();
    }

    /** What lies beyond a gap is no reason to go on: the log may not have it either. */
    private boolean isNextHeard() {
        return heard.containsKey(position + 1);
    }

    /** The announced commits that follow the position without a hole; empty when the next one was not announced. */
    synchronized List<Commit> next(int limit) {
        var run = new ArrayList<Commit>();
        long expected = position + 1;
        for (Heard next : heard.tailMap(expected).values()) {
            if (next.commit().position() != expected++ || run.size() == limit) {
                break;
            }
            run.add(next.commit());
        }
        return run;
    }

    /** The log is about to be read: what is asked for from now on asks again. */
    synchronized void looking() {
        look = false;
    }

    /** All up to this position was taken care of. */
    void reached(long reached) {
        List<Heard> settled;
        synchronized (this) {
            position = reached;
            settled = take(heard.headMap(reached + 1));
        }
        settled.forEach(one -> one.settled().complete(null));
    }

    /** What is heard is kept again, and the log looked at for what was not. */
    void open() {
        synchronized (this) {
            closed = false;
        }
        look();
    }

    /** Nobody will come for what was heard, nor for what is heard until it is opened again: the log has it. */
    void close() {
        List<Heard> settled;
        synchronized (this) {
            closed = true;
            settled = take(heard);
        }
        settled.forEach(one -> one.settled().complete(null));
    }

    private static List<Heard> take(SortedMap<Long, Heard> some) {
        List<Heard> taken = List.copyOf(some.values());
        some.clear();
        return taken;
    }
}
