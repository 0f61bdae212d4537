package dev.foldline.relay;

import dev.foldline.eventstore.CheckpointStore;
import dev.foldline.eventstore.CheckpointStore.Checkpoint;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.runtime.Announcements;
import dev.foldline.functions.runtime.event.SourceName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Announces what a log has and the broker has not confirmed. Thread-safe. */
final class Unannounced {

    private static final Logger LOG = Logger.getLogger(Unannounced.class);
    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * In a partition of which nothing is recorded, announcements of at most so many last commits are repeated: a long log that
     * had no relay so far is no news.
     */
    private static final long WITHOUT_RECORD = 1_000;

    private final CheckpointStore checkpoints;
    private final Announcements announcements;
    private final Counter announced;

    /** How far a partition was confirmed when it was last looked at: it is no less now. */
    private final Map<Key, Long> known = new ConcurrentHashMap<>();

    private record Key(SourceName source, Partition partition) {}

    Unannounced(CheckpointStore checkpoints, Announcements announcements, MeterRegistry meters) {
        this.checkpoints = checkpoints;
        this.announcements = announcements;
        this.announced = meters.counter("foldline.relay.announced");
    }

    /**
     * Announces what is not confirmed up to these heads.
     *
     * @throws UnavailableException the broker is away or slow
     */
    void announce(SourceName source, EventLog log, List<Long> heads) {
        for (int number = 0; number < heads.size(); number++) {
            Partition partition = log.descriptor().partition(number);
            long head = heads.get(number);
            Key key = new Key(source, partition);
            if (head > known.getOrDefault(key, 0L)) {
                known.put(key, announce(source, log, partition, head));
            }
        }
    }

    /** How far all is confirmed now. */
    private long announce(SourceName source, EventLog log, Partition partition, long head) {
        UUID id = log.descriptor().id();
        Optional<Checkpoint> recorded = checkpoints.find(source.context(), Announcements.HANDLER, partition);
        if (recorded.isPresent() && !recorded.get().log().equals(id)) {
            LOG.errorf(
                    "%s was announced from log %s, which is now %s: it was lost and made anew; it is not relayed until the"
                            + " checkpoints of '%s' are cleared",
                    partition, recorded.get().log(), id, Announcements.HANDLER);
            return Long.MAX_VALUE;
        }
        long position = recorded.map(Checkpoint::position).orElse(Math.max(0, head - WITHOUT_RECORD));
        while (position < head) {
            int limit = (int) Math.min(BATCH, head - position);
            List<Commit> commits = log.read(partition.number(), position, limit);
            confirmed(commits.stream()
                    .map(commit -> announcements.announce(source, partition, commit))
                    .toList());
            position += commits.size();
            announced.increment(commits.size());
            checkpoints.advance(source.context(), Announcements.HANDLER, partition, new Checkpoint(id, position));
        }
        return position;
    }

    private static void confirmed(List<CompletionStage<Void>> messages) {
        try {
            CompletableFuture.allOf(messages.stream()
                            .map(CompletionStage::toCompletableFuture)
                            .toArray(CompletableFuture[]::new))
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new UnavailableException("the broker does not confirm announcements", e.getCause());
        }
    }
}
