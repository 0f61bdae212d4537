package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitFilter;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.FilteredCommits;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.Partition;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Checks what it is asked and hands it to the partition. */
final class MongoEventLog implements EventLog {

    private final LogDescriptor descriptor;
    private final List<MongoPartition> partitions;

    MongoEventLog(LogDescriptor descriptor, List<MongoPartition> partitions) {
        this.descriptor = descriptor;
        this.partitions = List.copyOf(partitions);
    }

    @Override
    public LogDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public AppendResult append(int partition, long tail, List<NewCommit> commits) {
        if (tail < 0 || commits.isEmpty()) {
            throw new IllegalArgumentException("an append needs a tail from 0, not " + tail + ", and a commit");
        }
        commits.forEach(commit -> requireHome(partition, commit));
        return call("append to", partition, log -> log.append(tail, commits));
    }

    @Override
    public List<Commit> read(int partition, long after, int limit) {
        requirePage(after, limit);
        return call("read", partition, log -> log.read(after, limit));
    }

    @Override
    public FilteredCommits read(int partition, CommitFilter filter, long after, int limit) {
        requirePage(after, limit);
        return call("read", partition, log -> log.read(filter, after, limit));
    }

    @Override
    public List<Commit> load(String aggregateId, long afterVersion, long toVersion) {
        int partition = descriptor.partitionOf(aggregateId).number();
        return call("load an aggregate of", partition, log -> log.load(aggregateId, afterVersion, toVersion));
    }

    @Override
    public long version(String aggregateId) {
        int partition = descriptor.partitionOf(aggregateId).number();
        return call("find the version of an aggregate of", partition, log -> log.version(aggregateId));
    }

    @Override
    public Optional<Commit> find(int partition, UUID commandId) {
        return call("find a command in", partition, log -> log.find(commandId));
    }

    @Override
    public long head(int partition) {
        return call("read the head of", partition, MongoPartition::head);
    }

    @Override
    public List<Long> heads() {
        return SideBySide.each(partitions.size(), this::head);
    }

    private <T> T call(String what, int number, Function<MongoPartition, T> call) {
        if (number < 0 || number >= partitions.size()) {
            throw new IllegalArgumentException("log '" + descriptor.aggregateType() + "' has partitions 0 to "
                    + (partitions.size() - 1) + ", not " + number);
        }
        return StoreCalls.call(what, descriptor.partition(number), () -> call.apply(partitions.get(number)));
    }

    private static void requirePage(long after, int limit) {
        if (after < 0 || limit < 1) {
            throw new IllegalArgumentException(
                    "a read starts after 0 or later, not " + after + ", and returns at least 1, not " + limit);
        }
    }

    private void requireHome(int partition, NewCommit commit) {
        Partition home = descriptor.partitionOf(commit.aggregateId());
        if (home.number() != partition) {
            throw new IllegalArgumentException(descriptor.aggregateType() + "/" + commit.aggregateId() + " belongs to "
                    + home + ", not to partition " + partition);
        }
    }
}
