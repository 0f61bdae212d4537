package dev.foldline.functions.deployment;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.CheckpointStore;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.DerivedIds;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.EventStore;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.Partitioner;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** One log of one partition, and checkpoints, in memory. */
@Singleton
public class MemoryStore implements EventStore, EventLog, CheckpointStore {

    @Override
    public List<LogDefinition> logs(String context) {
        return List.of();
    }

    private final LogDescriptor descriptor = new LogDescriptor(UUID.randomUUID(), "switch", new Partitioner(1), 1);
    private final List<Commit> commits = new ArrayList<>();
    private final Map<String, Checkpoint> checkpoints = new ConcurrentHashMap<>();

    @Override
    public EventLog open(LogDefinition definition) {
        return this;
    }

    @Override
    public LogDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public synchronized AppendResult append(int partition, long tail, List<NewCommit> fresh) {
        if (commits.size() != tail) {
            return new AppendResult.TailMoved(0);
        }
        fresh.forEach(commit -> commits.add(commit.at(commits.size() + 1)));
        return new AppendResult.Complete(fresh.size());
    }

    @Override
    public synchronized List<Commit> read(int partition, long after, int limit) {
        return commits.stream().skip(after).limit(limit).toList();
    }

    @Override
    public synchronized List<Commit> load(String aggregateId, long afterVersion, long toVersion) {
        return commits.stream()
                .filter(commit -> commit.aggregateId().equals(aggregateId))
                .filter(commit -> commit.version() >= afterVersion && commit.version() < toVersion)
                .toList();
    }

    @Override
    public synchronized Optional<Commit> find(int partition, UUID commandId) {
        return commits.stream()
                .filter(commit -> commit.commandId().equals(commandId))
                .findFirst();
    }

    @Override
    public synchronized long head(int partition) {
        return commits.size();
    }

    @Override
    public List<Long> heads() {
        return List.of(head(0));
    }

    @Override
    public Optional<Checkpoint> find(String context, String handler, Partition partition) {
        return Optional.ofNullable(checkpoints.get(context + "/" + handler));
    }

    @Override
    public DerivedIds begin(String context, String handler, LogDescriptor log) {
        return DerivedIds.TIME_ORDERED;
    }

    @Override
    public Checkpoint advance(String context, String handler, Partition partition, Checkpoint reached) {
        return checkpoints.merge(
                context + "/" + handler, reached, (one, other) -> one.position() > other.position() ? one : other);
    }
}
