package dev.foldline.functions.runtime.amqp;

import dev.foldline.eventstore.CheckpointStore;
import dev.foldline.eventstore.CheckpointStore.Checkpoint;
import dev.foldline.eventstore.EventStoreException;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.runtime.Announcements;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Records how far the broker has confirmed what this process announces: now and then, on a thread of its own, never before
 * all positions below are confirmed too, whoever announced them. What is not recorded is announced again by a relay, which
 * is harmless.
 */
@Singleton
final class ConfirmedPositions {

    private static final Logger LOG = Logger.getLogger(ConfirmedPositions.class);

    private final Instance<CheckpointStore> checkpoints;
    private final Duration interval;
    private final Map<UUID, Log> logs = new HashMap<>();
    private @Nullable Thread recorder;

    ConfirmedPositions(
            Instance<CheckpointStore> checkpoints,
            @ConfigProperty(name = "foldline.announcements.record-interval", defaultValue = "1s") Duration interval) {
        this.checkpoints = checkpoints;
        this.interval = interval;
    }

    /** What was confirmed of one log, over all partitions: the same whenever it is asked for. */
    synchronized Log of(String context, LogDescriptor log) {
        Log positions = logs.computeIfAbsent(log.id(), id -> new Log(context, id));
        if (recorder == null) {
            recorder = Thread.ofVirtual().name("confirmed announcements").start(this::record);
        }
        return positions;
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        if (recorder != null) {
            recorder.interrupt();
        }
    }

    private void record() {
        try {
            while (true) {
                Thread.sleep(interval);
                known().forEach(log -> log.record(checkpoints.get()));
            }
        } catch (InterruptedException e) {
            LOG.debug("Confirmed announcements are no longer recorded");
        }
    }

    private synchronized List<Log> known() {
        return List.copyOf(logs.values());
    }

    /** What was confirmed of one log. Thread-safe. */
    static final class Log {

        private final String context;
        private final UUID id;
        private final Map<Partition, ConfirmedRuns> runs = new ConcurrentHashMap<>();

        private Log(String context, UUID id) {
            this.context = context;
            this.id = id;
        }

        void confirmed(Partition partition, long position) {
            runs.computeIfAbsent(partition, ignored -> new ConfirmedRuns()).add(position);
        }

        private void record(CheckpointStore store) {
            try {
                runs.forEach((partition, confirmed) -> {
                    if (!confirmed.isEmpty()) {
                        record(store, partition, confirmed);
                    }
                });
            } catch (EventStoreException e) {
                // The store is away, which others say loudly enough; nothing is forgotten.
                LOG.debugf(e, "Confirmed announcements of '%s' cannot be recorded", context);
            }
        }

        private void record(CheckpointStore store, Partition partition, ConfirmedRuns confirmed) {
            long recorded = store.find(context, Announcements.HANDLER, partition)
                    .filter(checkpoint -> checkpoint.log().equals(id))
                    .map(Checkpoint::position)
                    .orElse(0L);
            long reached = confirmed.upTo(recorded);
            if (reached > recorded) {
                store.advance(context, Announcements.HANDLER, partition, new Checkpoint(id, reached));
            }
            confirmed.forget(reached);
        }
    }
}
