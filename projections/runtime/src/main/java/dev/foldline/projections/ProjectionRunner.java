package dev.foldline.projections;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.Projection;
import dev.foldline.functions.runtime.CommitSubscriptions;
import dev.foldline.functions.runtime.Logs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Runs one projection: one projector per partition, fed by announcements, and by a look at the heads of all partitions from
 * time to time, since a message may be lost.
 */
final class ProjectionRunner<E, R> implements Runnable {

    private static final Logger LOG = Logger.getLogger(ProjectionRunner.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String START = "the start";
    private static final String POLL = "the look at the heads";

    private final Projection<E, R> projection;
    private final Logs logs;
    private final Schema schema;
    private final Checkpoints checkpoints;
    private final CommitSubscriptions subscriptions;
    private final ProjectionMeters meters;
    private final Duration pollInterval;
    private final Outage outage;
    private final AtomicBoolean toldOfStrays = new AtomicBoolean();
    private volatile Map<Partition, PartitionProjector<E, R>> projectors = Map.of();
    private final List<Thread> threads = new ArrayList<>();

    ProjectionRunner(
            Projection<E, R> projection,
            Logs logs,
            Schema schema,
            Checkpoints checkpoints,
            CommitSubscriptions subscriptions,
            ProjectionMeters meters,
            Duration pollInterval) {
        this.projection = projection;
        this.logs = logs;
        this.schema = schema;
        this.checkpoints = checkpoints;
        this.subscriptions = subscriptions;
        this.meters = meters;
        this.pollInterval = pollInterval;
        this.outage = new Outage(projection.name());
    }

    /** Whether it has found its database and its log. */
    boolean isStarted() {
        return !projectors.isEmpty();
    }

    /** Why some partitions stand still; empty while none does. */
    List<String> failures() {
        return projectors.values().stream()
                .map(PartitionProjector::failure)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Has the log looked at, since somebody waits for what may not have been announced. */
    void look(Partition partition) {
        inbox(partition).ifPresent(Inbox::look);
    }

    /** Where what is heard of the partition goes; empty when the projection does not follow it. */
    private Optional<Inbox> inbox(Partition partition) {
        return Optional.ofNullable(projectors.get(partition)).map(PartitionProjector::inbox);
    }

    @Override
    public void run() {
        try {
            while (!start()) {
                Thread.sleep(PAUSE);
            }
            while (true) {
                Thread.sleep(pollInterval);
                poll();
            }
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
        }
    }

    private boolean start() {
        try {
            schema.ensure("foldline");
            schema.ensure(projection.name());
            EventSource<E> source = projection.source();
            begin(logs.log(source.context(), source.name()));
            subscriptions.subscribe(source, projection.name(), this::heard);
            outage.ended(START);
            return true;
        } catch (RuntimeException e) {
            outage.began(START, e);
            return false;
        }
    }

    private void begin(EventLog log) {
        var codec = new EventCodec<>(projection.source().events(), PayloadFormat.CBOR);
        Map<Partition, PartitionProjector<E, R>> fresh = new HashMap<>();
        for (int number = 0; number < log.descriptor().partitions(); number++) {
            var projector = new PartitionProjector<>(projection, number, codec, logs, checkpoints, meters, outage);
            Partition partition = log.descriptor().partition(number);
            meters.follow(partition, projector.inbox());
            fresh.put(partition, projector);
        }
        projectors = Map.copyOf(fresh);
        projectors
                .values()
                .forEach(projector -> threads.add(
                        Thread.ofVirtual().name("project " + projection.name()).start(projector)));
    }

    private CompletionStage<Void> heard(Partition partition, Commit commit) {
        return inbox(partition).map(inbox -> inbox.hear(commit)).orElseGet(() -> stray(partition));
    }

    /** Nobody will ever come for it, so it is let go: it would take the room of others. */
    private CompletionStage<Void> stray(Partition partition) {
        if (toldOfStrays.compareAndSet(false, true)) {
            LOG.warnf(
                    "%s hears of commits in %s, which its log does not have, and ignores them",
                    projection.name(), partition);
        }
        return CompletableFuture.completedStage(null);
    }

    private void poll() {
        try {
            EventSource<E> source = projection.source();
            EventLog log = logs.log(source.context(), source.name());
            List<Long> heads = log.heads();
            for (int number = 0; number < heads.size(); number++) {
                long head = heads.get(number);
                inbox(log.descriptor().partition(number)).ifPresent(inbox -> inbox.seen(head));
            }
            outage.ended(POLL);
        } catch (RuntimeException e) {
            outage.began(POLL, e);
        }
    }
}
