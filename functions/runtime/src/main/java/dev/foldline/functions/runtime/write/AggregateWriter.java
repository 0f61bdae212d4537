package dev.foldline.functions.runtime.write;

import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.LogReader;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.functions.AggregateType;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandOptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Writes the aggregates of one type: one loop per partition. Thread-safe.
 *
 * @param <C> the commands
 */
public final class AggregateWriter<C> implements AutoCloseable {

    private final LogDescriptor log;
    private final StateSnapshots<?> snapshots;
    private final PartitionLoops<PendingCommand<C>> loops = new PartitionLoops<>();

    private AggregateWriter(LogDescriptor log, StateSnapshots<?> snapshots) {
        this.log = log;
        this.snapshots = snapshots;
    }

    /** Starts the loops, which append to the log. */
    public static <C, S, E> AggregateWriter<C> start(
            AggregateType<C, S, E> type,
            EventLog log,
            EventCodec<E> codec,
            SnapshotSettings snapshotSettings,
            WriterSettings settings,
            MeterRegistry registry,
            CommitSink sink) {
        return start(type, log, CommitAppender.to(log), codec, snapshotSettings, settings, registry, sink);
    }

    /** Starts the loops, which append by way of the appender what they decide on what they read in the log. */
    public static <C, S, E> AggregateWriter<C> start(
            AggregateType<C, S, E> type,
            LogReader log,
            CommitAppender appender,
            EventCodec<E> codec,
            SnapshotSettings snapshotSettings,
            WriterSettings settings,
            MeterRegistry registry,
            CommitSink sink) {
        var meters = new FoldMeters(registry, type.name());
        StateSnapshots<S> snapshots = snapshotSettings.of(type, log.descriptor(), meters);
        var loader = new StateLoader<>(type.decider(), codec, log, snapshots, meters);
        var writer = new AggregateWriter<C>(log.descriptor(), snapshots);
        for (int number = 0; number < log.descriptor().partitions(); number++) {
            var states = new AggregateStates<>(type.decider(), loader, snapshots, settings.cachedStates());
            var planner = new Planner<>(type.decider(), codec, states, InstantSource.system());
            var partition = log.descriptor().partition(number);
            var one = new PartitionWriter<>(partition, log, appender, planner, states, sink, settings.attempts());
            writer.loops.start(
                    "writer " + partition, new PartitionLoop<>(settings.queueCapacity(), settings.groupLimit(), one));
        }
        return writer;
    }

    /**
     * Hands in a command.
     *
     * @return its answer; completes exceptionally with a fault, or with what the decider threw
     */
    public CompletableFuture<CommandAnswer> submit(C command, String aggregateId, CommandOptions options) {
        var pending = new PendingCommand<>(command, aggregateId, options);
        loops.submit(log.partitionOf(aggregateId).number(), pending);
        return pending.future();
    }

    /** The first reason why a partition is no longer written; null while all are. */
    public @Nullable String failure() {
        return loops.failure();
    }

    /** Stops the loops. Commands that wait are answered {@code unavailable}. */
    @Override
    public void close() {
        loops.close();
        snapshots.close();
    }
}
