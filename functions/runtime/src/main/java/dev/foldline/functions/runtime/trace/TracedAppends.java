package dev.foldline.functions.runtime.trace;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitFilter;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.FilteredCommits;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.NewCommit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A log whose appends are told of: one span for each commit, in the trace of its command. Thread-safe as the log is. */
public final class TracedAppends implements EventLog {

    private final EventLog log;
    private final Tracing tracing;

    private TracedAppends(EventLog log, Tracing tracing) {
        this.log = log;
        this.tracing = tracing;
    }

    /** The log itself when tracing is off. */
    public static EventLog of(EventLog log, Tracing tracing) {
        return tracing.isOn() ? new TracedAppends(log, tracing) : log;
    }

    @Override
    public AppendResult append(int partition, long tail, List<NewCommit> commits) {
        var hop = Hop.here("append " + log.descriptor().partition(partition));
        List<Tracing.Ending> spans = commits.stream()
                .map(commit -> tracing.begin(hop, commit.metadata()))
                .toList();
        try {
            AppendResult result = log.append(partition, tail, commits);
            spans.forEach(span -> span.end(null));
            return result;
        } catch (RuntimeException e) {
            spans.forEach(span -> span.end(e));
            throw e;
        }
    }

    @Override
    public LogDescriptor descriptor() {
        return log.descriptor();
    }

    @Override
    public List<Commit> read(int partition, long after, int limit) {
        return log.read(partition, after, limit);
    }

    @Override
    public FilteredCommits read(int partition, CommitFilter filter, long after, int limit) {
        return log.read(partition, filter, after, limit);
    }

    @Override
    public List<Commit> load(String aggregateId, long afterVersion, long toVersion) {
        return log.load(aggregateId, afterVersion, toVersion);
    }

    @Override
    public List<Commit> loadAsOf(String aggregateId, Instant time) {
        return log.loadAsOf(aggregateId, time);
    }

    @Override
    public long version(String aggregateId) {
        return log.version(aggregateId);
    }

    @Override
    public Optional<Commit> find(int partition, UUID commandId) {
        return log.find(partition, commandId);
    }

    @Override
    public long head(int partition) {
        return log.head(partition);
    }

    @Override
    public List<Long> heads() {
        return log.heads();
    }
}
