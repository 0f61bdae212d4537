package dev.foldline.functions.runtime.publish;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.DerivedIds;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.runtime.write.CommitSink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One partition of a published log as its publisher sees it, since its tail was last read: the tail, and the versions of
 * aggregates. Not thread-safe; not to be used any more after something went wrong.
 */
final class PublishedPartition {

    private static final int MOST_VERSIONS = 10_000;

    private final EventLog log;
    private final Partition partition;
    private final DerivedIds ids;
    private final CommitSink sink;
    private final Map<String, Long> versions = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_VERSIONS;
        }
    };
    private long tail;

    /**
     * @param tail as it was read from the log
     * @param ids how the ids of what is published are made
     */
    PublishedPartition(EventLog log, Partition partition, long tail, DerivedIds ids, CommitSink sink) {
        this.log = log;
        this.partition = partition;
        this.tail = tail;
        this.ids = ids;
        this.sink = sink;
    }

    DerivedIds ids() {
        return ids;
    }

    /** The aggregate's version, to which so many events are about to be added. */
    long advance(String aggregateId, int events) {
        Long known = versions.get(aggregateId);
        long version = known != null ? known : log.version(aggregateId);
        versions.put(aggregateId, version + events);
        return version;
    }

    /**
     * Appends at the tail, and announces what was appended.
     *
     * @return false when somebody else has published
     */
    boolean append(List<NewCommit> commits) {
        AppendResult result = log.append(partition.number(), tail, commits);
        for (int i = 0; i < result.appended(); i++) {
            sink.appended(partition, commits.get(i).at(tail + i + 1));
        }
        long before = tail;
        tail += result.appended();
        return switch (result) {
            case AppendResult.Complete ignored -> true;
            case AppendResult.TailMoved ignored -> false;
            case AppendResult.AlreadyCommitted already -> {
                requireLater(already, before);
                yield false;
            }
        };
    }

    /** What was published before the tail comes from before it, or there is no order to go on in. */
    private void requireLater(AppendResult.AlreadyCommitted already, long before) {
        if (already.recorded().position() <= before) {
            throw new LogTruncatedException(
                    "what is to be published at " + partition + "@" + (tail + 1)
                            + " was published at position " + already.recorded().position()
                            + " already: the log that it is translated from is not what it was. Stop what uses both and restore them");
        }
    }
}
