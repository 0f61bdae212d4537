package dev.foldline.projections;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.StoreUnavailableException;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.Projection;
import dev.foldline.functions.runtime.CommitSubscriptions;
import dev.foldline.functions.runtime.Logs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * Runs one projection: one projector per partition, fed by announcements, and by a look at the heads of all partitions from
 * time to time, since a message may be lost.
 */
final class ProjectionRunner<E, R> implements Runnable {

    private static final Logger LOG = Logger.getLogger(ProjectionRunner.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Projection<E, R> projection;
    private final Logs logs;
    private final Schema schema;
    private final Checkpoints checkpoints;
    private final CommitSubscriptions subscriptions;
    private final ProjectionMeters meters;
    private final Duration pollInterval;
    private boolean toldWhy;
    private volatile List<PartitionProjector<E, R>> projectors = List.of();
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
    }

    /** Whether it has found its database and its log. */
    boolean isStarted() {
        return !projectors.isEmpty();
    }

    /** Why some partitions stand still; empty while none does. */
    List<String> failures() {
        return projectors.stream()
                .map(PartitionProjector::failure)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Has the log looked at, since somebody waits for what may not have been announced. */
    void look(Partition partition) {
        if (partition.number() < projectors.size()
                && partition.aggregateType().equals(projection.source().aggregateType())) {
            projectors.get(partition.number()).inbox().look();
        }
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
            begin(logs.log(source.context(), source.aggregateType()));
            subscriptions.subscribe(source.context(), source.aggregateType(), projection.name(), this::heard);
            return true;
        } catch (RuntimeException e) {
            if (!toldWhy) {
                toldWhy = true;
                LOG.warnf("%s cannot start yet and tries again until it can: %s", projection.name(), e);
            }
            return false;
        }
    }

    private void begin(EventLog log) {
        var codec = new EventCodec<>(projection.source().events(), PayloadFormat.CBOR);
        List<PartitionProjector<E, R>> fresh = new ArrayList<>();
        for (int number = 0; number < log.descriptor().partitions(); number++) {
            fresh.add(new PartitionProjector<>(projection, number, codec, logs, checkpoints, meters));
        }
        projectors = List.copyOf(fresh);
        projectors.forEach(projector -> threads.add(
                Thread.ofVirtual().name("project " + projection.name()).start(projector)));
    }

    private CompletableFuture<Void> heard(Partition partition, Commit commit) {
        return projectors.get(partition.number()).inbox().hear(commit).toCompletableFuture();
    }

    private void poll() {
        try {
            EventSource<E> source = projection.source();
            List<Long> heads =
                    logs.log(source.context(), source.aggregateType()).heads();
            for (int number = 0; number < heads.size(); number++) {
                Inbox inbox = projectors.get(number).inbox();
                // A head below the checkpoint is looked at as well: reading tells that the log was truncated.
                if (heads.get(number) != inbox.position()) {
                    inbox.look();
                }
            }
        } catch (StoreUnavailableException e) {
            LOG.debugf(e, "%s cannot look at the heads of its log", projection.name());
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s cannot look at the heads of its log and tries again", projection.name());
        }
    }
}
