package dev.foldline.functions.runtime.publish;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.DerivedIds;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.Publisher;
import dev.foldline.functions.runtime.PayloadSettings;
import dev.foldline.functions.runtime.follow.CommitTarget;
import dev.foldline.functions.runtime.write.CommitSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Publishes each stored commit exactly once, in order, with any number of instances at work. A published commit is appended
 * directly after the one before it, and says which stored commit it comes from: so whoever knows the tail knows what comes
 * next, and of two who append it one finds it there. A stored commit of which nothing is told leaves nothing.
 */
final class PublisherTarget<E, P> implements CommitTarget {

    private final Publisher<E, P> publisher;
    private final PublishedLogs logs;
    private final Function<LogDescriptor, CommitSink> sinks;
    private final Translation<E, P> translation;
    private final Map<Partition, PublishedPartition> partitions = new ConcurrentHashMap<>();

    /** @param sinks announces what is appended to a log */
    PublisherTarget(
            Publisher<E, P> publisher,
            PublishedLogs logs,
            Function<LogDescriptor, CommitSink> sinks,
            PayloadSettings payloads) {
        this.publisher = publisher;
        this.logs = logs;
        this.sinks = sinks;
        this.translation = new Translation<>(publisher, payloads);
    }

    @Override
    public void prepare() {
        logs.published(publisher);
    }

    @Override
    public long resume(LogDescriptor stored, Partition partition) {
        EventLog published = logs.published(publisher);
        Partition to = published.descriptor().partition(partition.number());
        long tail = published.head(to.number());
        CommitSink sink = sinks.apply(published.descriptor());
        if (tail == 0) {
            partitions.put(partition, new PublishedPartition(published, to, 0, DerivedIds.TIME_ORDERED, sink));
            return 0;
        }
        Commit last = published.read(to.number(), tail - 1, 1).getFirst();
        DerivedIds ids = DerivedIds.asIn(last.commandId());
        partitions.put(partition, new PublishedPartition(published, to, tail, ids, sink));
        return origin(stored, partition, last, to);
    }

    @Override
    public boolean apply(LogDescriptor stored, Partition partition, List<Commit> next) {
        PublishedPartition to = Objects.requireNonNull(partitions.get(partition), "resumed before");
        List<NewCommit> commits = new ArrayList<>();
        for (Commit commit : next) {
            List<EventData> events = translation.events(partition, commit);
            if (!events.isEmpty()) {
                long version = to.advance(commit.aggregateId(), events.size());
                commits.add(translation.commit(stored, to.ids(), partition, commit, version, events));
            }
        }
        return commits.isEmpty() || to.append(commits);
    }

    /** The position that the last published commit comes from, after a look whether the log still has that commit there. */
    private long origin(LogDescriptor stored, Partition partition, Commit last, Partition to) {
        Origin origin = Origin.read(to, last);
        origin.requireLog(stored, partition);
        List<Commit> there = logs.stored(publisher).read(partition.number(), origin.position() - 1, 1);
        if (!there.isEmpty() && !origin.isOf(partition, there.getFirst(), last)) {
            throw new LogTruncatedException(
                    to + "@" + last.position() + " does not come from the commit that is now at "
                            + partition + "@" + origin.position()
                            + ": the log was restored to a point before it, and written to."
                            + " Stop what uses both and restore them to one point");
        }
        return origin.position();
    }
}
