package dev.foldline.projections.test;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.Partitioner;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.runtime.CommitListener;
import dev.foldline.functions.runtime.CommitSubscriptions;
import dev.foldline.functions.runtime.Logs;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/**
 * A log in memory, and announcements that a test makes, repeats, reorders or leaves out. One aggregate per partition. A second
 * one of the same type is a log that was lost and made anew.
 */
@Singleton
public class Feed implements Logs, CommitSubscriptions, EventLog {

    public static final int PARTITIONS = 4;

    private final EventCodec<Tally.Counted> codec = new EventCodec<>(Tally.EVENTS, PayloadFormat.CBOR);
    private final LogDescriptor descriptor;
    private final List<List<Commit>> partitions = IntStream.range(0, PARTITIONS)
            .<List<Commit>>mapToObj(number -> new ArrayList<>())
            .toList();
    private final CompletableFuture<CommitListener> listener = new CompletableFuture<>();
    private int reads;
    private int faults;

    public Feed() {
        this("counter");
    }

    public Feed(String aggregateType) {
        descriptor = new LogDescriptor(UUID.randomUUID(), aggregateType, new Partitioner(PARTITIONS), 1);
    }

    /** How often any partition was read. */
    public synchronized int reads() {
        return reads;
    }

    /** Has the next look at the heads fail as no store should. */
    public synchronized void failOnce() {
        faults++;
    }

    /** Whether a look at the heads is still to fail. */
    public synchronized boolean isToFail() {
        return faults > 0;
    }

    /** Appends an event that counts, and announces nothing. */
    public Commit append(int partition, long by) {
        return append(partition, id(partition), by);
    }

    /** Appends to an aggregate of this id, as if that were in the partition. */
    public Commit append(int partition, String aggregate, long by) {
        return append(partition, aggregate, codec.encode(new Tally.Counted(by)));
    }

    /** Appends an event that the event table does not know. */
    public Commit appendUnreadable(int partition) {
        return append(partition, id(partition), new EventData("unheard-of", 1, new byte[] {(byte) 0xA0}));
    }

    private Commit append(int partition, String aggregate, EventData event) {
        return append(partition, aggregate, event, Instant.EPOCH);
    }

    /** Appends an event that counts, at a time. */
    public Commit append(int partition, String aggregate, long by, Instant time) {
        return append(partition, aggregate, codec.encode(new Tally.Counted(by)), time);
    }

    private synchronized Commit append(int partition, String aggregate, EventData event, Instant time) {
        List<Commit> commits = partitions.get(partition);
        Commit commit = new NewCommit(aggregate, commits.size(), UUID.randomUUID(), time, List.of(event), Map.of())
                .at(commits.size() + 1);
        commits.add(commit);
        return commit;
    }

    public CompletionStage<Void> announce(int partition, Commit commit) {
        return listener.thenCompose(one -> one.heard(descriptor.partition(partition), commit));
    }

    /** Loses the last commit. */
    public synchronized void truncate(int partition) {
        partitions.get(partition).removeLast();
    }

    /** The id of a partition's one aggregate. */
    public String id(int partition) {
        return descriptor.aggregateType() + "-" + partition;
    }

    @Override
    public EventLog log(String context, String aggregateType) {
        return this;
    }

    @Override
    public void subscribe(EventSource<?> source, String handler, CommitListener one) {
        listener.complete(one);
    }

    @Override
    public LogDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public synchronized List<Commit> read(int partition, long after, int limit) {
        reads++;
        List<Commit> commits = partitions.get(partition);
        if (after > commits.size()) {
            throw new LogTruncatedException("the log ends at " + commits.size() + ", before " + after);
        }
        return commits.stream().skip(after).limit(limit).toList();
    }

    @Override
    public synchronized List<Commit> load(String aggregateId, long afterVersion, long toVersion) {
        throw new UnsupportedOperationException("projections do not load");
    }

    @Override
    public Optional<Commit> find(int partition, UUID commandId) {
        throw new UnsupportedOperationException("projections do not look for commands");
    }

    @Override
    public synchronized long head(int partition) {
        return partitions.get(partition).size();
    }

    @Override
    public synchronized List<Long> heads() {
        if (faults > 0) {
            faults--;
            throw new IllegalStateException("not foreseen");
        }
        return IntStream.range(0, PARTITIONS).mapToObj(this::head).toList();
    }

    @Override
    public AppendResult append(int partition, long tail, List<NewCommit> commits) {
        throw new UnsupportedOperationException("projections do not append");
    }
}
