package dev.foldline.functions.runtime.write;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.Partition;

/** Is told of each commit after it was appended, in order per partition. Must not block and must not fail. */
@FunctionalInterface
public interface CommitSink {

    /** The commit is in the log. */
    void appended(Partition partition, Commit commit);
}
