package dev.foldline.functions.runtime;

import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.EventStoreException;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.functions.AggregateType;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.runtime.trace.TracedAppends;
import dev.foldline.functions.runtime.trace.Tracing;
import dev.foldline.functions.runtime.write.AggregateWriter;
import dev.foldline.functions.runtime.write.CommitSink;
import dev.foldline.functions.runtime.write.SnapshotSettings;
import dev.foldline.functions.runtime.write.WriterSettings;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The writers of this process, one per aggregate type. A writer starts when it is first asked for; while its log cannot be
 * opened, those who ask are answered {@code unavailable} and the next one tries again.
 */
@Singleton
final class WriterRegistry {

    private final Logs logs;
    private final Announcements announcements;
    private final PayloadSettings payloads;
    private final SnapshotSettings snapshots;
    private final MeterRegistry meters;
    private final Tracing tracing;
    private final Map<String, CompletableFuture<AggregateWriter<?>>> writers = new HashMap<>();

    WriterRegistry(
            Logs logs,
            Announcements announcements,
            PayloadSettings payloads,
            SnapshotSettings snapshots,
            MeterRegistry meters,
            Tracing tracing) {
        this.logs = logs;
        this.announcements = announcements;
        this.payloads = payloads;
        this.snapshots = snapshots;
        this.meters = meters;
        this.tracing = tracing;
    }

    /** The writer, at once or when its log has been opened. */
    synchronized CompletableFuture<AggregateWriter<?>> writer(AggregateType<?, ?, ?> type) {
        String key = type.context() + "/" + type.name();
        @Nullable CompletableFuture<AggregateWriter<?>> known = writers.get(key);
        if (known != null && !known.isCompletedExceptionally()) {
            return known;
        }
        var starting = new CompletableFuture<AggregateWriter<?>>();
        writers.put(key, starting);
        Thread.ofVirtual().name("open " + key).start(() -> start(type, starting));
        return starting;
    }

    /** Why some partition is no longer written; empty while all are. */
    synchronized List<String> failures() {
        return writers.values().stream()
                .filter(future -> future.state() == CompletableFuture.State.SUCCESS)
                .map(future -> future.resultNow().failure())
                .filter(Objects::nonNull)
                .toList();
    }

    @PreDestroy
    synchronized void close() {
        writers.values().stream()
                .filter(future -> future.state() == CompletableFuture.State.SUCCESS)
                .forEach(future -> future.resultNow().close());
    }

    private void start(AggregateType<?, ?, ?> type, CompletableFuture<AggregateWriter<?>> starting) {
        try {
            EventLog log = TracedAppends.of(logs.log(type.context(), type.name()), tracing);
            starting.complete(writer(type, log));
        } catch (EventStoreException e) {
            starting.completeExceptionally(
                    new UnavailableException("the log of '" + type.name() + "' cannot be opened", e));
        } catch (RuntimeException e) {
            starting.completeExceptionally(e);
        }
    }

    private <C, S, E> AggregateWriter<C> writer(AggregateType<C, S, E> type, EventLog log) {
        CommitSink sink = announcements.of(type.source(), log.descriptor());
        EventCodec<E> codec = payloads.codec(type.events());
        return AggregateWriter.start(type, log, codec, snapshots, WriterSettings.DEFAULT, meters, sink);
    }
}
