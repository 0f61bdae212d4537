package dev.foldline.eventstore.tck;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.Partitioner;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What one process sees of a log in memory. Faulty ones override what is to be wrong. */
class MemoryLog implements EventLog {

    final List<ReferenceLog> partitions;
    private final Runnable reply;

    /** @param reply fails when a reply does not arrive */
    MemoryLog(List<ReferenceLog> partitions, Runnable reply) {
        this.partitions = partitions;
        this.reply = reply;
    }

    MemoryLog(MemoryLog other) {
        this(other.partitions, other.reply);
    }

    @Override
    public LogDescriptor descriptor() {
        return new LogDescriptor(new UUID(0, 1), "wallet", new Partitioner(partitions.size()), 1);
    }

    @Override
    public AppendResult append(int partition, long tail, List<NewCommit> commits) {
        AppendResult result = partitions.get(partition).append(tail, commits);
        reply.run();
        return result;
    }

    @Override
    public List<Commit> read(int partition, long after, int limit) {
        return partitions.get(partition).read(after, limit);
    }

    @Override
    public List<Commit> load(String aggregateId, long afterVersion, long toVersion) {
        return partitions
                .get(descriptor().partitionOf(aggregateId).number())
                .load(aggregateId, afterVersion, toVersion);
    }

    @Override
    public Optional<Commit> find(int partition, UUID commandId) {
        return partitions.get(partition).find(commandId);
    }

    @Override
    public long head(int partition) {
        return partitions.get(partition).head();
    }

    @Override
    public List<Long> heads() {
        return partitions.stream().map(ReferenceLog::head).toList();
    }
}
