package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.NewCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Copies commits into the partitions of another log, each where it belongs there, in their order. Not thread-safe. */
final class LogCopy {

    private static final int BATCH = 100;

    private final EventLog target;
    private final List<Long> heads;
    private final List<List<NewCommit>> waiting;
    private final long[] tails;

    /** @param target has none of the commits, or those that an earlier copy of the same came to */
    LogCopy(EventLog target) {
        this.target = target;
        this.heads = target.heads();
        this.tails = new long[heads.size()];
        this.waiting = Stream.generate(() -> (List<NewCommit>) new ArrayList<NewCommit>())
                .limit(heads.size())
                .toList();
    }

    /** Copies all that the target does not have yet. */
    void copy(MergedLog commits, LongConsumer progress) {
        long done = 0;
        while (commits.hasNext()) {
            take(commits.next().commit());
            progress.accept(++done);
        }
        for (int partition = 0; partition < waiting.size(); partition++) {
            append(partition);
        }
    }

    private void take(Commit commit) {
        int partition = target.descriptor().partitionOf(commit.aggregateId()).number();
        List<NewCommit> group = waiting.get(partition);
        if (tails[partition] < heads.get(partition)) {
            tails[partition]++;
            return;
        }
        group.add(new NewCommit(
                commit.aggregateId(),
                commit.version(),
                commit.commandId(),
                commit.time(),
                commit.events(),
                commit.metadata()));
        if (group.size() == BATCH) {
            append(partition);
        }
    }

    private void append(int partition) {
        List<NewCommit> group = waiting.get(partition);
        if (group.isEmpty()) {
            return;
        }
        switch (target.append(partition, tails[partition], group)) {
            case AppendResult.Complete complete -> tails[partition] += complete.appended();
            case AppendResult.TailMoved moved ->
                throw new RepartitionException(
                        "somebody else writes to " + target.descriptor().partition(partition)
                                + " of the new log: run one repartition of it at a time, and nothing else");
            case AppendResult.AlreadyCommitted already ->
                throw new RepartitionException(
                        "the command " + already.recorded().commandId()
                                + " was used in two partitions, which one partition cannot hold: for "
                                + already.recorded().aggregateId() + " and for "
                                + group.get(already.appended()).aggregateId()
                                + ". A multiple of the present number of partitions keeps partitions apart");
        }
        group.clear();
    }
}
