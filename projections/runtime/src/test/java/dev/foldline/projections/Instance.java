package dev.foldline.projections;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.runtime.CommitListener;
import dev.foldline.functions.runtime.follow.Follower;
import dev.foldline.projections.test.Feed;
import dev.foldline.projections.test.Tally;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One instance of the projection "tally", as a process of its own would have it, with a log and announcements of its own. */
final class Instance implements AutoCloseable {

    /** For an instance that does not look by itself, but once at its start. */
    static final Duration NEVER = Duration.ofHours(1);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CompletableFuture<CommitListener> listener = new CompletableFuture<>();
    private final Feed feed;
    private final Follower follower;
    private final Thread thread;

    private Instance(Schema schema, Checkpoints checkpoints, Feed feed, Tally tally, Duration pollInterval) {
        this.feed = feed;
        follower = new Follower(
                Projections.handler(tally),
                new ProjectionTarget<>(tally, schema, checkpoints),
                source -> feed,
                (source, handler, one) -> listener.complete(one),
                meters,
                pollInterval);
        thread = Thread.ofVirtual().start(follower);
    }

    static Instance start(Database database, Feed feed, Duration pollInterval) {
        return start(database, feed, new Tally(), pollInterval);
    }

    static Instance start(Database database, Feed feed, Tally tally, Duration pollInterval) {
        return new Instance(database.schema(), database.checkpoints(), feed, tally, pollInterval);
    }

    CompletableFuture<Void> announce(int partition, Commit commit) {
        return announce(feed.descriptor().partition(partition), commit);
    }

    CompletableFuture<Void> announce(Partition partition, Commit commit) {
        return listener.thenCompose(one -> one.heard(partition, commit));
    }

    long applied() {
        return (long) meters.counter("foldline.projection.events", "projection", "tally")
                .count();
    }

    /** The gauge of this name for the partition. */
    double gauge(String name, int partition) {
        return meters.get("foldline.projection." + name)
                .tag("projection", "tally")
                .tag("partition", feed.descriptor().partition(partition).toString())
                .gauge()
                .value();
    }

    List<String> failures() {
        return follower.failures();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
