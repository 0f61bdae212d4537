package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitFilter;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.FilteredCommits;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.NewCommit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;

/** A log that tells when a partition has grown by a third or more. */
final class GrowingLog implements EventLog {

    private final EventLog log;
    private final LongConsumer grown;
    private final long[] told;

    /** @param grown is given the partition's head */
    GrowingLog(EventLog log, LongConsumer grown) {
        this.log = log;
        this.grown = grown;
        this.told = new long[log.descriptor().partitions()];
    }

    @Override
    public AppendResult append(int partition, long tail, List<NewCommit> commits) {
        AppendResult result = log.append(partition, tail, commits);
        long head = tail + result.appended();
        if (result.appended() > 0 && head >= told[partition] * 4 / 3) {
            told[partition] = head;
            grown.accept(head);
        }
        return result;
    }

    @Override
    public LogDescriptor descriptor() {
        return log.descriptor();
    }

    @Override
    public List<Commit> read(int partition, long after, int limit) {
        return log.read(partition, after, limit);
    }

    @Override
    public FilteredCommits read(int partition, CommitFilter filter, long after, int limit) {
        return log.read(partition, filter, after, limit);
    }

    @Override
    public List<Commit> load(String aggregateId, long afterVersion, long toVersion) {
        return log.load(aggregateId, afterVersion, toVersion);
    }

    @Override
    public long version(String aggregateId) {
        return log.version(aggregateId);
    }

    @Override
    public Optional<Commit> find(int partition, UUID commandId) {
        return log.find(partition, commandId);
    }

    @Override
    public long head(int partition) {
        return log.head(partition);
    }

    @Override
    public List<Long> heads() {
        return log.heads();
    }
}
