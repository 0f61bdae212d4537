package dev.foldline.functions.runtime.write;

import dev.foldline.eventstore.EventStoreException;
import dev.foldline.functions.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Feeds a partition's writer with whatever commands are waiting, on a virtual thread. */
final class PartitionLoop<C> implements Runnable {

    /** Writes a group and answers every command in it. */
    @FunctionalInterface
    interface GroupWriter<C> {
        void write(List<PendingCommand<C>> group);
    }

    private static final Logger LOG = Logger.getLogger(PartitionLoop.class);

    private final BlockingQueue<PendingCommand<C>> queue;
    private final int groupLimit;
    private final GroupWriter<C> writer;
    private volatile @Nullable UnavailableException ended;

    PartitionLoop(int capacity, int groupLimit, GroupWriter<C> writer) {
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.groupLimit = groupLimit;
        this.writer = writer;
    }

    /** Hands in a command. It is answered in any case, at once when the queue is full or the loop has ended. */
    void submit(PendingCommand<C> pending) {
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
                write(nextGroup());
            }
        } catch (InterruptedException e) {
            end(new UnavailableException("this instance is shutting down", e));
        } catch (EventStoreException e) {
            LOG.fatalf("%s: %s. Nothing more is written to this partition", e.code(), e.getMessage());
            end(new UnavailableException("the log is not in the state that this instance has seen", e));
        }
    }

    /** A failure that nobody foresaw is the group's: the writer has forgotten what it knew, and reads it anew. */
    private void write(List<PendingCommand<C>> group) {
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

    private void fail(List<PendingCommand<C>> group, RuntimeException cause) {
        var fault = new UnavailableException("the log cannot be written", cause);
        group.forEach(pending -> pending.fail(fault));
    }

    /** Why the loop no longer writes; null while it does. */
    @Nullable
    UnavailableException ended() {
        return ended;
    }

    private List<PendingCommand<C>> nextGroup() throws InterruptedException {
        var group = new ArrayList<PendingCommand<C>>();
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
        for (PendingCommand<C> pending = queue.poll(); pending != null && why != null; pending = queue.poll()) {
            pending.fail(why);
        }
    }
}
