package dev.foldline.functions.runtime;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.runtime.event.SourceName;
import dev.foldline.functions.runtime.write.CommitSink;
import java.util.concurrent.CompletionStage;

/**
 * Tells those who follow a source of its commits, and remembers how far the broker has confirmed: in the checkpoints of the
 * source's context, under the handler name {@value #HANDLER}. Such a checkpoint says that all commits up to it were confirmed,
 * whoever sent them; it may be behind. Thread-safe.
 */
public interface Announcements {

    /** The name under which the confirmed positions are kept. */
    String HANDLER = "announcements";

    /**
     * Announces what it is told on the source's address; what the broker cannot take now is dropped.
     *
     * @param log the log that has the source's commits
     */
    CommitSink of(EventSource<?> source, LogDescriptor log);

    /**
     * Announces a commit, once more perhaps.
     *
     * @return completes when the broker has confirmed it; exceptionally, with
     *     {@link dev.foldline.functions.UnavailableException}, when the broker is away, slow or refuses it
     */
    CompletionStage<Void> announce(SourceName source, Partition partition, Commit commit);
}
