package dev.foldline.functions.runtime.own;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.StoreUnavailableException;
import dev.foldline.functions.DeadlineExceededException;
import dev.foldline.functions.runtime.write.PartitionTail;
import java.util.List;

/**
 * Commits for all writers of one partition: takes the requests that wait, and appends what their senders could have appended
 * had they known the partition's end, in one insert. As any writer it has one insert under way and rests on the log's
 * compare-and-set, so others may write too. For one thread.
 */
final class OwnedPartition {

    /** How much of the log is read to begin with: senders that have written lately know no less. */
    private static final int FIRST_READ = 256;

    private final Partition partition;
    private final EventLog log;
    private final PartitionTail tail;
    private final RecentCommits recent = new RecentCommits();

    OwnedPartition(Partition partition, EventLog log) {
        this.partition = partition;
        this.log = log;
        this.tail = new PartitionTail(partition, log);
    }

    /**
     * Answers every request of the group.
     *
     * @throws LogTruncatedException the log was restored or lost: nothing more may be written by this process
     */
    void write(List<PendingAppend> group) {
        List<PendingAppend> waiting = group;
        try {
            while (!waiting.isEmpty()) {
                waiting = round(dropLate(waiting));
            }
        } catch (StoreUnavailableException e) {
            forget();
            group.forEach(pending -> pending.fail(e));
        } catch (RuntimeException e) {
            // One of the commits, perhaps, is not fit for the log. Its sender learns that from the log.
            forget();
            throw e;
        }
    }

    /** Appends once; returns the requests of which nothing was stored because somebody else was faster. */
    private List<PendingAppend> round(List<PendingAppend> waiting) {
        if (waiting.isEmpty()) {
            return waiting;
        }
        catchUp(waiting);
        var batch = new AppendBatch(tail.position(), recent);
        waiting.forEach(batch::add);
        AppendResult result = batch.commits().isEmpty()
                ? new AppendResult.Complete(0)
                : log.append(partition.number(), tail.position(), batch.commits());
        switch (result) {
            case AppendResult.Complete ignored -> tail.wonRace();
            case AppendResult.TailMoved ignored -> tail.lostRace();
            case AppendResult.AlreadyCommitted ignored -> {}
        }
        List<Commit> stored = batch.stored(result.appended());
        stored.forEach(recent::add);
        tail.advance(stored.size());
        return batch.settle(result, stored);
    }

    private static List<PendingAppend> dropLate(List<PendingAppend> waiting) {
        waiting.stream()
                .filter(PendingAppend::isExpired)
                .forEach(late -> late.fail(new DeadlineExceededException("the request waited for too long")));
        return waiting.stream().filter(pending -> !pending.future().isDone()).toList();
    }

    /** At least as far as every sender is; a sender that is further than the log tells that the log was cut. */
    private void catchUp(List<PendingAppend> waiting) {
        long furthest = waiting.stream()
                .mapToLong(pending -> pending.request().tail())
                .max()
                .orElse(0);
        if (furthest - tail.position() > RecentCommits.MOST) {
            forget();
        }
        if (tail.position() < 0) {
            tail.catchUp(recent::add);
            log.read(partition.number(), Math.max(0, tail.position() - FIRST_READ), FIRST_READ)
                    .forEach(recent::add);
        }
        tail.catchUp(recent::add);
        if (furthest > tail.position()) {
            log.read(partition.number(), furthest, 1);
            tail.hearNews(recent::add);
        }
    }

    private void forget() {
        tail.forget();
        recent.clear();
    }
}
