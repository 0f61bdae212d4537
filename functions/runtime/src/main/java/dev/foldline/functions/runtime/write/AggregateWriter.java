package dev.foldline.functions.runtime.write;

import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.functions.AggregateType;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandOptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Writes the aggregates of one type: one loop per partition. Thread-safe.
 *
 * @param <C> the commands
 */
public final class AggregateWriter<C> implements AutoCloseable {

    private final EventLog log;
    private final StateSnapshots<?> snapshots;
    private final List<PartitionLoop<C>> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private AggregateWriter(EventLog log, StateSnapshots<?> snapshots) {
        this.log = log;
        this.snapshots = snapshots;
    }

    /** Starts the loops. */
    public static <C, S, E> AggregateWriter<C> start(
            AggregateType<C, S, E> type,
            EventLog log,
            EventCodec<E> codec,
            SnapshotSettings snapshotSettings,
            WriterSettings settings,
            MeterRegistry registry,
            CommitSink sink) {
        var meters = new FoldMeters(registry, type.name());
        StateSnapshots<S> snapshots = snapshotSettings.of(type, log.descriptor(), meters);
        var loader = new StateLoader<>(type.decider(), codec, log, snapshots, meters);
        var writer = new AggregateWriter<C>(log, snapshots);
        for (int number = 0; number < log.descriptor().partitions(); number++) {
            var states = new AggregateStates<>(type.decider(), loader, snapshots, settings.cachedStates());
            var planner = new Planner<>(type.decider(), codec, states, InstantSource.system());
            var partition = log.descriptor().partition(number);
            var one = new PartitionWriter<>(partition, log, planner, states, sink, settings.attempts());
            writer.startLoop(
                    partition.toString(),
                    new PartitionLoop<>(settings.queueCapacity(), settings.groupLimit(), one::write));
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
        loops.get(log.descriptor().partitionOf(aggregateId).number()).submit(pending);
        return pending.future();
    }

    /** The first reason why a partition is no longer written; null while all are. */
    public @Nullable String failure() {
        return loops.stream()
                .map(PartitionLoop::ended)
                .filter(Objects::nonNull)
                .map(Throwable::getMessage)
                .findFirst()
                .orElse(null);
    }

    /** Stops the loops. Commands that wait are answered {@code unavailable}. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        snapshots.close();
    }

    private void startLoop(String name, PartitionLoop<C> loop) {
        loops.add(loop);
        threads.add(Thread.ofVirtual().name("writer " + name).start(loop));
    }
}
