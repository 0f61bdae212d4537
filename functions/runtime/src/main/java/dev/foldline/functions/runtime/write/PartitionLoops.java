package dev.foldline.functions.runtime.write;

import dev.foldline.eventstore.EventStoreException;
import dev.foldline.functions.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The loops of a log's partitions, in their order. Started by one thread; then thread-safe.
 *
 * @param <W> what is written
 */
public final class PartitionLoops<W extends PartitionLoop.Waiting> implements AutoCloseable {

    private final List<PartitionLoop<W>> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /** Starts the loop of the next partition. */
    public void start(String name, PartitionLoop<W> loop) {
        loops.add(loop);
        threads.add(Thread.ofVirtual().name(name).start(loop));
    }

    /** Hands in what is to be written to this partition. */
    public void submit(int partition, W waiting) {
        loops.get(partition).submit(waiting);
    }

    /** The first reason why a partition is no longer written; null while all are. */
    public @Nullable String failure() {
        return loops.stream()
                .map(PartitionLoop::ended)
                .filter(Objects::nonNull)
                .map(PartitionLoops::reason)
                .findFirst()
                .orElse(null);
    }

    private static String reason(UnavailableException ended) {
        return ended.getCause() instanceof EventStoreException fault
                ? fault.code() + ": " + fault.getMessage()
                : Objects.requireNonNullElse(ended.getMessage(), ended.toString());
    }

    /** Stops the loops. What waits is answered {@code unavailable}. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
