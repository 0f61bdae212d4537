package dev.foldline.projections;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.PlacedCommit;
import dev.foldline.functions.Projection;
import dev.foldline.functions.runtime.follow.CommitTarget;
import dev.foldline.functions.runtime.follow.RecordedEvents;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;

/** The rows of one projection, and its checkpoints. */
final class ProjectionTarget<E, R> implements CommitTarget {

    private final Projection<E, R> projection;
    private final Schema schema;
    private final Checkpoints checkpoints;
    private final RowFolder<E, R> folder;
    private final RecordedEvents<E> events;

    ProjectionTarget(Projection<E, R> projection, Schema schema, Checkpoints checkpoints) {
        this.projection = projection;
        this.schema = schema;
        this.checkpoints = checkpoints;
        this.folder = new RowFolder<>(projection, checkpoints);
        this.events = new RecordedEvents<>(projection.source());
    }

    @Override
    public void prepare() {
        schema.ensure("foldline");
        schema.ensure(projection.name());
    }

    @Override
    public long resume(LogDescriptor log, Partition partition) {
        await(() -> checkpoints.create(projection.name(), log));
        Checkpoints.Checkpoint checkpoint = await(() -> checkpoints.find(projection.name(), partition))
                .orElseThrow(() -> new IllegalStateException("the checkpoint of " + partition + " has gone"));
        if (!checkpoint.log().equals(log.id())) {
            throw new LogTruncatedException(projection.name() + " was at position " + checkpoint.position() + " of "
                    + partition + " in log " + checkpoint.log() + ", but the log is now " + log.id()
                    + ": it was lost and made anew; restore it, or clear the projection's tables");
        }
        return checkpoint.position();
    }

    @Override
    public boolean apply(LogDescriptor log, Partition partition, List<Commit> next) {
        return applyMerged(
                log,
                next.stream().map(commit -> new PlacedCommit(partition, commit)).toList());
    }

    @Override
    public boolean applyMerged(LogDescriptor log, List<PlacedCommit> next) {
        Batch<E> batch = Batch.of(next, events);
        return await(() -> folder.apply(batch));
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
