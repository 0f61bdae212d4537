package dev.foldline.functions.runtime.policy;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitReader;
import dev.foldline.eventstore.LogDescriptor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A feed that knows how often it was read in vain. */
record WatchedFeed(CommitReader feed, Map<Integer, Integer> inVain) implements CommitReader {

    WatchedFeed(CommitReader feed) {
        this(feed, new ConcurrentHashMap<>());
    }

    /** Whether somebody has begun to follow the partition, has looked for what is there, and has come to its end. */
    boolean isAtEnd(int partition) {
        return inVain.getOrDefault(partition, 0) >= 2;
    }

    @Override
    public LogDescriptor descriptor() {
        return feed.descriptor();
    }

    @Override
    public List<Commit> read(int partition, long after, int limit) {
        List<Commit> read = feed.read(partition, after, limit);
        if (read.isEmpty()) {
            inVain.merge(partition, 1, Integer::sum);
        }
        return read;
    }

    @Override
    public long head(int partition) {
        return feed.head(partition);
    }

    @Override
    public List<Long> heads() {
        return feed.heads();
    }
}
