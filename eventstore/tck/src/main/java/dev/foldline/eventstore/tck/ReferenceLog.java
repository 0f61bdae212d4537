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

    /** @throws IllegalArgumentException as a log does; the commits before the mistake are stored */
    AppendResult append(long tail, List<NewCommit> group) {
        for (int i = 0; i < group.size(); i++) {
            NewCommit commit = group.get(i);
            Optional<Commit> recorded = find(commit.commandId());
            if (recorded.equals(Optional.of(commit.at(tail + i + 1)))) {
                continue;
            }
            if (recorded.isPresent()) {
                return new AppendResult.AlreadyCommitted(i, recorded.get());
            }
            if (isTaken(commit, tail + i)) {
                throw new IllegalArgumentException("version " + commit.version() + " is taken");
            }
            if (head() > tail + i) {
                return new AppendResult.TailMoved(i);
            }
            commits.add(commit.at(head() + 1));
        }
        return new AppendResult.Complete(group.size());
    }

    private boolean isTaken(NewCommit commit, long tail) {
        return read(0, Math.toIntExact(tail)).stream()
                .anyMatch(
                        seen -> seen.aggregateId().equals(commit.aggregateId()) && seen.version() == commit.version());
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

    /** The aggregate's version at a tail. */
    long versionOf(String aggregateId, long tail) {
        return load(aggregateId, 0, Long.MAX_VALUE).stream()
                .filter(commit -> commit.position() <= tail)
                .mapToLong(Commit::nextVersion)
                .max()
                .orElse(0);
    }
}
