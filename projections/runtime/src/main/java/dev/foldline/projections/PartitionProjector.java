package dev.foldline.projections;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.EventStoreException;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.UnreadableEventException;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.functions.Projection;
import dev.foldline.functions.runtime.Logs;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings one projection forward in one partition, on a virtual thread, for as long as the process lives. Whatever is away is
 * tried again with a growing pause; what no trying can mend ends it, loudly.
 */
final class PartitionProjector<E, R> implements Runnable {

    private static final Logger LOG = Logger.getLogger(PartitionProjector.class);
    private static final int BATCH = 500;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Projection<E, R> projection;
    private final int number;
    private final Logs logs;
    private final Checkpoints checkpoints;
    private final RowFolder<E, R> folder;
    private final EventCodec<E> codec;
    private final ProjectionMeters meters;
    private final Outage outage;
    private final Inbox inbox = new Inbox();
    private Duration pause = FIRST_PAUSE;
    private boolean started;
    private volatile @Nullable String failure;

    PartitionProjector(
            Projection<E, R> projection,
            int number,
            EventCodec<E> codec,
            Logs logs,
            Checkpoints checkpoints,
            ProjectionMeters meters,
            Outage outage) {
        this.projection = projection;
        this.number = number;
        this.codec = codec;
        this.logs = logs;
        this.checkpoints = checkpoints;
        this.meters = meters;
        this.outage = outage;
        this.folder = new RowFolder<>(projection, checkpoints);
    }

    Inbox inbox() {
        return inbox;
    }

    /** Why it has ended; null while it goes on. */
    @Nullable
    String failure() {
        return failure;
    }

    @Override
    public void run() {
        try {
            while (true) {
                inbox.await();
                step();
            }
        } catch (InterruptedException e) {
            LOG.debugf("%s/%d stops", projection.name(), number);
        } catch (LogTruncatedException | UnreadableEventException | FoldFailedException e) {
            failure = e instanceof EventStoreException fault ? fault.code() + ": " + e.getMessage() : e.getMessage();
            inbox.close();
            outage.left(number);
            LOG.fatalf(e, "%s stands still in partition %d and will not go on by itself", projection.name(), number);
        }
    }

    private void step() throws InterruptedException {
        try {
            EventLog log =
                    logs.log(projection.source().context(), projection.source().name());
            if (!started) {
                resume(log);
            }
            catchUp(log);
            outage.ended(number);
            pause = FIRST_PAUSE;
        } catch (LogTruncatedException | UnreadableEventException | FoldFailedException e) {
            throw e;
        } catch (RuntimeException e) {
            if (isInterrupted(e)) {
                throw new InterruptedException();
            }
            started = false;
            inbox.look();
            waitAWhile(e);
        }
    }

    private void resume(EventLog log) {
        await(() -> checkpoints.create(projection.name(), log.descriptor()));
        readCheckpoint(log);
        // Reading tells whether the log still has what is in the rows, before anything that was announced is applied.
        log.read(number, inbox.position(), 1);
        started = true;
    }

    private void readCheckpoint(EventLog log) {
        Partition partition = log.descriptor().partition(number);
        Checkpoints.Checkpoint checkpoint = await(() -> checkpoints.find(projection.name(), partition))
                .orElseThrow(() -> new IllegalStateException("the checkpoint of " + partition + " has gone"));
        if (!checkpoint.log().equals(log.descriptor().id())) {
            throw new LogTruncatedException(projection.name() + " was at position " + checkpoint.position() + " of "
                    + partition + " in log " + checkpoint.log() + ", but the log is now "
                    + log.descriptor().id()
                    + ": it was lost and made anew; restore it, or clear the projection's tables");
        }
        inbox.reached(checkpoint.position());
    }

    private void catchUp(EventLog log) {
        List<Commit> commits;
        do {
            commits = nextCommits(log);
            if (!commits.isEmpty()) {
                apply(log, commits);
            }
        } while (!commits.isEmpty());
    }

    private List<Commit> nextCommits(EventLog log) {
        List<Commit> announced = inbox.next(BATCH);
        if (!announced.isEmpty()) {
            return announced;
        }
        inbox.looking();
        return log.read(number, inbox.position(), BATCH);
    }

    private void apply(EventLog log, List<Commit> commits) {
        Partition partition = log.descriptor().partition(number);
        Batch<E> batch = Batch.of(partition, commits, codec);
        if (await(() -> folder.apply(partition, batch))) {
            meters.applied(batch);
            inbox.reached(batch.last());
        } else {
            readCheckpoint(log);
        }
    }

    private void waitAWhile(RuntimeException cause) throws InterruptedException {
        outage.began(number, cause);
        Thread.sleep(pause);
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private static boolean isInterrupted(RuntimeException thrown) {
        return Thread.currentThread().isInterrupted() || thrown.getCause() instanceof InterruptedException;
    }

    /** Runs on an event loop and waits for it here, on a virtual thread. */
    private static <T> T await(Supplier<Uni<T>> action) {
        try {
            return VertxContextSupport.subscribeAndAwait(action);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
