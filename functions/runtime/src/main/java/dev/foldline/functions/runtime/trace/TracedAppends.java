package dev.foldline.functions.runtime.trace;

import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.functions.runtime.write.Appended;
import dev.foldline.functions.runtime.write.CommitAppender;
import java.util.List;

/** Appends that are told of: one span for each commit, in the trace of its command. Thread-safe. */
public final class TracedAppends implements CommitAppender {

    private final LogDescriptor log;
    private final CommitAppender appender;
    private final Tracing tracing;

    private TracedAppends(LogDescriptor log, CommitAppender appender, Tracing tracing) {
        this.log = log;
        this.appender = appender;
        this.tracing = tracing;
    }

    /** The appender itself when tracing is off. */
    public static CommitAppender of(LogDescriptor log, CommitAppender appender, Tracing tracing) {
        return tracing.isOn() ? new TracedAppends(log, appender, tracing) : appender;
    }

    @Override
    public Appended append(int partition, long tail, List<NewCommit> commits) {
        var hop = Hop.here("append " + log.partition(partition));
        List<Tracing.Ending> spans = commits.stream()
                .map(commit -> tracing.begin(hop, commit.metadata()))
                .toList();
        try {
            Appended appended = appender.append(partition, tail, commits);
            spans.forEach(span -> span.end(null));
            return appended;
        } catch (RuntimeException e) {
            spans.forEach(span -> span.end(e));
            throw e;
        }
    }
}
