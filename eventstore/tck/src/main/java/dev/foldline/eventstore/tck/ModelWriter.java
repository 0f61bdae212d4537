package dev.foldline.eventstore.tck;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.NewCommit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes to one partition as a process does that keeps its aggregates in memory: it knows their versions up to a tail,
 * appends behind it, and when it lost a race reads what came in between. Not thread-safe.
 */
final class ModelWriter {

    private final EventLog log;
    private final int partition;
    private final Ledger ledger;
    private final Map<String, Long> versions = new HashMap<>();
    private long tail;

    ModelWriter(EventLog log, int partition) {
        this(log, partition, new Ledger());
    }

    /** @param ledger is told of each acknowledged command */
    ModelWriter(EventLog log, int partition, Ledger ledger) {
        this.log = log;
        this.partition = partition;
        this.ledger = ledger;
        catchUp();
    }

    /** Appends the commands in one group, again and again until each is in the log. */
    Ledger commit(List<Intent> intents) {
        var open = new ArrayDeque<>(intents);
        while (!open.isEmpty()) {
            List<NewCommit> group = decide(open);
            AppendResult result = log.append(partition, tail, group);
            acknowledge(group.subList(0, result.appended()));
            group.subList(0, result.appended()).forEach(commit -> open.removeFirst());
            switch (result) {
                case AppendResult.Complete complete -> {}
                case AppendResult.TailMoved moved -> catchUp();
                case AppendResult.AlreadyCommitted already -> {
                    ledger.acknowledge(
                            open.removeFirst().commandId(), already.recorded().position());
                    catchUp();
                }
            }
        }
        return ledger;
    }

    private List<NewCommit> decide(Iterable<Intent> intents) {
        var ahead = new HashMap<>(versions);
        var group = new ArrayList<NewCommit>();
        for (Intent intent : intents) {
            String id = Commits.idIn(log, partition, intent.aggregateName());
            long version = ahead.getOrDefault(id, 0L);
            group.add(Commits.commit(id, version, intent.commandId(), intent.events()));
            ahead.put(id, version + intent.events());
        }
        return group;
    }

    private void acknowledge(List<NewCommit> commits) {
        for (NewCommit commit : commits) {
            see(commit.at(tail + 1));
            ledger.acknowledge(commit.commandId(), tail);
        }
    }

    private void catchUp() {
        List<Commit> page;
        do {
            page = log.read(partition, tail, 50);
            page.forEach(this::see);
        } while (!page.isEmpty());
    }

    private void see(Commit commit) {
        tail = commit.position();
        versions.put(commit.aggregateId(), commit.nextVersion());
    }
}
