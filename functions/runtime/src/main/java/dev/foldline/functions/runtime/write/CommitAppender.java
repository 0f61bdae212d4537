package dev.foldline.functions.runtime.write;

import dev.foldline.eventstore.LogAppender;
import dev.foldline.eventstore.NewCommit;
import java.util.List;

/** Appends the commits of a partition's writer: to the log, or by way of whoever owns the partition. Thread-safe. */
@FunctionalInterface
public interface CommitAppender {

    /**
     * Appends as {@link LogAppender#append} does, and throws what it throws; but where commits of others came after
     * {@code tail} that touch none of the given ones' aggregates, these may be appended behind them.
     */
    Appended append(int partition, long tail, List<NewCommit> commits);

    /** Appends to the log. */
    static CommitAppender to(LogAppender log) {
        return (partition, tail, commits) -> Appended.directly(log.append(partition, tail, commits));
    }
}
