package dev.foldline.eventstore.tck;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.NewCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What one partition of a log is, told by a list: the model that stores are compared with. Not thread-safe. */
final class ReferenceLog {

    private final List<Commit> commits = new ArrayList<>();

    AppendResult append(long tail, List<NewCommit> group) {
        for (int i = 0; i < group.size(); i++) {
            Optional<Commit> recorded = find(group.get(i).commandId());
            if (recorded.isPresent()) {
                return new AppendResult.AlreadyCommitted(i, recorded.get());
            }
            if (head() > tail + i) {
                return new AppendResult.TailMoved(i);
            }
            commits.add(group.get(i).at(head() + 1));
        }
        return new AppendResult.Complete(group.size());
    }

    List<Commit> read(long after, int limit) {
        return commits.stream().skip(after).limit(limit).toList();
    }

    List<Commit> load(String aggregateId, long afterVersion, long toVersion) {
        return commits.stream()
                .filter(commit -> commit.aggregateId().equals(aggregateId))
                .filter(commit -> commit.version() >= afterVersion && commit.version() < toVersion)
                .toList();
    }

    Optional<Commit> find(UUID commandId) {
        return commits.stream()
                .filter(commit -> commit.commandId().equals(commandId))
                .findFirst();
    }

    long head() {
        return commits.size();
    }

    long versionOf(String aggregateId) {
        List<Commit> loaded = load(aggregateId, 0, Long.MAX_VALUE);
        return loaded.isEmpty() ? 0 : loaded.getLast().nextVersion();
    }
}
