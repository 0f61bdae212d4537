package dev.foldline.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;

/** What writers were told: which command is at which position. Thread-safe. */
final class Ledger {

    private final Map<UUID, Long> positions = new HashMap<>();

    /** Notes the position; a command never has two. */
    synchronized void acknowledge(UUID commandId, long position) {
        assertThat(positions.merge(commandId, position, (first, second) -> first))
                .as("position of command %s", commandId)
                .isEqualTo(position);
        notifyAll();
    }

    /** Returns when so many commands are acknowledged. */
    synchronized void awaitSize(int size) throws InterruptedException {
        while (positions.size() < size) {
            wait();
        }
    }

    /** Those of the commands that are not acknowledged. */
    synchronized List<Intent> open(List<Intent> intents) {
        return intents.stream()
                .filter(intent -> !positions.containsKey(intent.commandId()))
                .toList();
    }

    synchronized Map<UUID, Long> positions() {
        return Map.copyOf(positions);
    }

    /** Checks that the partition has the acknowledged commands, each once and where it was said to be, and no others. */
    void audit(EventLog log, int partition, int commands) {
        List<Commit> commits = LogContract.readAll(log, partition);
        assertThat(commits).hasSize(commands);
        assertDense(commits);
        assertThat(commits).extracting(Commit::commandId).doesNotHaveDuplicates();
        var stored = new HashMap<UUID, Long>();
        commits.forEach(commit -> stored.put(commit.commandId(), commit.position()));
        assertThat(stored).isEqualTo(positions());
        assertThat(log.head(partition)).isEqualTo(commands);
    }

    /** Checks that positions and each aggregate's versions have neither holes nor doubles. */
    static void assertDense(List<Commit> commits) {
        assertThat(commits)
                .extracting(Commit::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, commits.size()).boxed().toList());
        var versions = new TreeMap<String, Long>();
        for (Commit commit : commits) {
            assertThat(commit.version())
                    .as("version of %s at %s", commit.aggregateId(), commit.position())
                    .isEqualTo(versions.getOrDefault(commit.aggregateId(), 0L));
            versions.put(commit.aggregateId(), commit.nextVersion());
        }
    }
}
