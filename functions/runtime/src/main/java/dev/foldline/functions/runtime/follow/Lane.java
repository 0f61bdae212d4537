package dev.foldline.functions.runtime.follow;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitReader;
import dev.foldline.eventstore.Partition;
import java.util.List;

/** One partition of what is followed, and what was heard of it. */
record Lane(Partition partition, Inbox inbox) {

    /**
     * What comes next: what was announced, or else what the log has. A log that had something is looked at again.
     *
     * @return dense, directly after the inbox's position; empty for nothing
     */
    List<Commit> next(CommitReader feed, int limit) {
        List<Commit> announced = inbox.next(limit);
        if (!announced.isEmpty()) {
            return announced;
        }
        inbox.looking();
        List<Commit> read = feed.read(partition.number(), inbox.position(), limit);
        if (!read.isEmpty()) {
            inbox.look();
        }
        return read;
    }
}
