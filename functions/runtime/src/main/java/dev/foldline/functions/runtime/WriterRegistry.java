package dev.foldline.functions.runtime;

import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.EventStoreException;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.functions.AggregateType;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.runtime.own.OwnedAppends;
import dev.foldline.functions.runtime.own.OwnerLink;
import dev.foldline.functions.runtime.own.RemoteOwner;
import dev.foldline.functions.runtime.trace.TracedAppends;
import dev.foldline.functions.runtime.trace.Tracing;
import dev.foldline.functions.runtime.write.AggregateWriter;
import dev.foldline.functions.runtime.write.CommitAppender;
import dev.foldline.functions.runtime.write.CommitSink;
import dev.foldline.functions.runtime.write.WriterSettings;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The writers of this process, one per aggregate type. A writer starts when it is first asked for; while its log cannot be
 * opened, those who ask are answered {@code unavailable} and the next one tries again.
 */
@Singleton
final class WriterRegistry {

    private final Logs logs;
    private final Announcements announcements;
    private final PayloadFormat format;
    private final Tracing tracing;
    private final OwnerLink owners;
    private final boolean owned;
    private final Map<String, CompletableFuture<AggregateWriter<?>>> writers = new HashMap<>();

    WriterRegistry(
            Logs logs,
            Announcements announcements,
            @ConfigProperty(name = "foldline.log.payload-format", defaultValue = "cbor") PayloadFormat format,
            Tracing tracing,
            OwnerLink owners,
            @ConfigProperty(name = "foldline.log.owner", defaultValue = "false") boolean owned) {
        this.logs = logs;
        this.announcements = announcements;
        this.format = format;
        this.tracing = tracing;
        this.owners = owners;
        this.owned = owned;
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
            EventLog log = logs.log(type.context(), type.name());
            CommitSink sink = announcements.of(type.source(), log.descriptor());
            starting.complete(
                    AggregateWriter.start(type, log, appender(type, log), format, WriterSettings.DEFAULT, sink));
        } catch (EventStoreException e) {
            starting.completeExceptionally(
                    new UnavailableException("the log of '" + type.name() + "' cannot be opened", e));
        } catch (RuntimeException e) {
            starting.completeExceptionally(e);
        }
    }

    private CommitAppender appender(AggregateType<?, ?, ?> type, EventLog log) {
        CommitAppender appender = owned
                ? new OwnedAppends(
                        log, new RemoteOwner(type.context(), log.descriptor(), owners), OwnedAppends.Terms.DEFAULT)
                : CommitAppender.to(log);
        return TracedAppends.of(log.descriptor(), appender, tracing);
    }
}
