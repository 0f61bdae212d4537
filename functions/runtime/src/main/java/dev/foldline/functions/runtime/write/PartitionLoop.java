package dev.foldline.functions.runtime.write;

import dev.foldline.eventstore.ArchiveCorruptException;
import dev.foldline.eventstore.EventStoreException;
import dev.foldline.eventstore.LogArchivedException;
import dev.foldline.eventstore.StoreUnavailableException;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.runtime.Backoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a partition's writer with whatever is waiting to be written, on a virtual thread. When the archive keeps the writer from
 * its work, the loop stands still, answers at once, and goes on by itself when that has changed; other faults of the log end it.
 *
 * @param <W> what is written
 */
public final class PartitionLoop<W extends PartitionLoop.Waiting> implements Runnable {

    /** Something that waits to be written. */
    public interface Waiting {

        /** Ends the waiting; what was answered stays so. */
        void fail(RuntimeException fault);
    }

    /** Writes a group and answers everything in it. */
    @FunctionalInterface
    public interface GroupWriter<W> {
        void write(List<W> group);

        /** Throws what has kept a group from being written, if it can tell that the next one would meet it, too. */
        default void requireWritable() {}
    }

    private static final Logger LOG = Logger.getLogger(PartitionLoop.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final BlockingQueue<W> queue;
    private final int groupLimit;
    private final GroupWriter<W> writer;
    private final Backoff backoff = new Backoff();
    private volatile @Nullable UnavailableException ended;

    /**
     * @param capacity how many may wait
     * @param groupLimit the most that are written together
     */
    public PartitionLoop(int capacity, int groupLimit, GroupWriter<W> writer) {
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.groupLimit = groupLimit;
        this.writer = writer;
    }

    /** Hands in something. It is answered in any case, at once when the queue is full or the loop has ended. */
    public void submit(W pending) {
        if (!queue.offer(pending)) {
            pending.fail(new UnavailableException("too many commands are waiting", null));
        }
        if (ended != null) {
            refuseWaiting();
        }
    }

    @Override
    public void run() {
        try {
            while (true) {
                step();
            }
        } catch (InterruptedException e) {
            end(new UnavailableException("this instance is shutting down", e));
        } catch (EventStoreException e) {
            LOG.fatalf("%s: %s. Nothing more is written to this partition", e.code(), e.getMessage());
            end(new UnavailableException("the log is not in the state that this instance has seen", e));
        }
    }

    private void step() throws InterruptedException {
        try {
            write(nextGroup());
            backoff.reset();
        } catch (LogArchivedException | ArchiveCorruptException e) {
            LOG.errorf("%s: %s. Nothing is written to this partition until that has changed", e.code(), e.getMessage());
            standStill(e);
        }
    }

    private void standStill(EventStoreException cause) throws InterruptedException {
        @Nullable EventStoreException why = cause;
        while (why != null) {
            end(new UnavailableException("the log cannot be written without its archive", why));
            Thread.sleep(backoff.next(LONGEST_PAUSE));
            why = obstacle(why);
        }
        ended = null;
    }

    /** What would keep the next group from being written; null for nothing that is known. */
    private @Nullable EventStoreException obstacle(EventStoreException last) {
        try {
            writer.requireWritable();
            return null;
        } catch (LogArchivedException | ArchiveCorruptException e) {
            return e;
        } catch (StoreUnavailableException e) {
            return last;
        }
    }

    /** A failure that nobody foresaw is the group's: the writer has forgotten what it knew, and reads it anew. */
    private void write(List<W> group) {
        try {
            writer.write(group);
        } catch (EventStoreException e) {
            fail(group, e);
            throw e;
        } catch (RuntimeException e) {
            LOG.error("A writer failed in a way it should not", e);
            fail(group, e);
        }
    }

    private void fail(List<W> group, RuntimeException cause) {
        var fault = new UnavailableException("the log cannot be written", cause);
        group.forEach(pending -> pending.fail(fault));
    }

    /** Why the loop no longer writes, for good or until somebody acts; null while it does. */
    public @Nullable UnavailableException ended() {
        return ended;
    }

    private List<W> nextGroup() throws InterruptedException {
        var group = new ArrayList<W>();
        group.add(queue.take());
        queue.drainTo(group, groupLimit - 1);
        return group;
    }

    private void end(UnavailableException why) {
        ended = why;
        refuseWaiting();
    }

    private void refuseWaiting() {
        UnavailableException why = ended;
        for (W pending = queue.poll(); pending != null && why != null; pending = queue.poll()) {
            pending.fail(why);
        }
    }
}
