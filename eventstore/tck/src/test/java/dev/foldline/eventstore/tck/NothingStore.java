package dev.foldline.eventstore.tck;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.EventStore;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.Partitioner;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Accepts everything politely and does nothing. */
final class NothingStore implements EventStore {

    @Override
    public EventLog open(LogDefinition definition) {
        return new NothingLog(new LogDescriptor(
                UUID.randomUUID(), definition.aggregateType(), new Partitioner(definition.partitions()), 1));
    }

    @Override
    public List<LogDefinition> logs(String context) {
        return List.of();
    }

    private record NothingLog(LogDescriptor descriptor) implements EventLog {

        @Override
        public AppendResult append(int partition, long tail, List<NewCommit> commits) {
            return new AppendResult.Complete(commits.size());
        }

        @Override
        public List<Commit> read(int partition, long after, int limit) {
            return List.of();
        }

        @Override
        public List<Commit> load(String aggregateId, long afterVersion, long toVersion) {
            return List.of();
        }

        @Override
        public Optional<Commit> find(int partition, UUID commandId) {
            return Optional.empty();
        }

        @Override
        public long head(int partition) {
            return 0;
        }

        @Override
        public List<Long> heads() {
            return Collections.nCopies(descriptor.partitions(), 0L);
        }
    }
}
