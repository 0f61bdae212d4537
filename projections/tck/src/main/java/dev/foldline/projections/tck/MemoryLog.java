package dev.foldline.projections.tck;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.Partitioner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** As much of a log as a projection reads, in memory. Thread-safe. */
final class MemoryLog implements EventLog {

    private static final int PARTITIONS = 4;

    private final LogDescriptor descriptor;
    private final List<List<Commit>> partitions = IntStream.range(0, PARTITIONS)
            .<List<Commit>>mapToObj(number -> new ArrayList<>())
            .toList();

    MemoryLog(String aggregateType) {
        descriptor = new LogDescriptor(UUID.randomUUID(), aggregateType, new Partitioner(PARTITIONS), 1);
    }

    synchronized Commit append(NewCommit commit) {
        List<Commit> commits =
                partitions.get(descriptor.partitionOf(commit.aggregateId()).number());
        Commit appended = commit.at(commits.size() + 1L);
        commits.add(appended);
        return appended;
    }

    @Override
    public LogDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public synchronized List<Commit> read(int partition, long after, int limit) {
        List<Commit> commits = partitions.get(partition);
        if (after > commits.size()) {
            throw new LogTruncatedException("the log ends at " + commits.size() + ", before " + after);
        }
        return commits.stream().skip(after).limit(limit).toList();
    }

    @Override
    public synchronized long head(int partition) {
        return partitions.get(partition).size();
    }

    @Override
    public synchronized List<Long> heads() {
        return IntStream.range(0, PARTITIONS).mapToObj(this::head).toList();
    }

    @Override
    public List<Commit> load(String aggregateId, long afterVersion, long toVersion) {
        throw new UnsupportedOperationException("projections do not load");
    }

    @Override
    public Optional<Commit> find(int partition, UUID commandId) {
        throw new UnsupportedOperationException("projections do not look for commands");
    }

    @Override
    public AppendResult append(int partition, long tail, List<NewCommit> commits) {
        throw new UnsupportedOperationException("projections do not append");
    }
}
