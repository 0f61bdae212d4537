package dev.foldline.functions.runtime.write;

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
import java.util.function.Consumer;

/** A log of one partition in memory, and a place to interfere from. Thread-safe. */
public final class MemoryLog implements EventLog {

    private final List<Commit> commits = new ArrayList<>();
    private final LogDescriptor descriptor = new LogDescriptor(UUID.randomUUID(), "counter", new Partitioner(1), 1);
    private volatile Runnable beforeAppend = () -> {};
    private volatile Runnable afterAppend = () -> {};
    private int appends;

    /** Runs before each append, without the log's lock. */
    public MemoryLog beforeAppend(Runnable interference) {
        beforeAppend = interference;
        return this;
    }

    /** Runs after each append was done and before its caller learns of it. */
    public MemoryLog afterAppend(Runnable interference) {
        afterAppend = interference;
        return this;
    }

    public synchronized int appends() {
        return appends;
    }

    public synchronized void change(Consumer<List<Commit>> change) {
        change.accept(commits);
    }

    public synchronized List<Commit> all() {
        return List.copyOf(commits);
    }

    @Override
    public AppendResult append(int partition, long tail, List<NewCommit> fresh) {
        beforeAppend.run();
        AppendResult result = store(tail, fresh);
        afterAppend.run();
        return result;
    }

    private synchronized AppendResult store(long tail, List<NewCommit> fresh) {
        appends++;
        for (int done = 0; done < fresh.size(); done++) {
            Optional<Commit> recorded = find(0, fresh.get(done).commandId());
            if (recorded.isPresent()) {
                return new AppendResult.AlreadyCommitted(done, recorded.get());
            }
            if (commits.size() != tail + done) {
                return new AppendResult.TailMoved(done);
            }
            commits.add(fresh.get(done).at(tail + done + 1));
        }
        return new AppendResult.Complete(fresh.size());
    }

    @Override
    public LogDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public synchronized List<Commit> read(int partition, long after, int limit) {
        if (after > commits.size()) {
            throw new LogTruncatedException("the log ends at " + commits.size() + ", before " + after);
        }
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
}
