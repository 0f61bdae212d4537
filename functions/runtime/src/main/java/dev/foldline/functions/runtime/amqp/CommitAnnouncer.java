package dev.foldline.functions.runtime.amqp;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.CommandFunction;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.runtime.Announcements;
import dev.foldline.functions.runtime.event.SourceName;
import dev.foldline.functions.runtime.trace.Hop;
import dev.foldline.functions.runtime.trace.Tracing;
import dev.foldline.functions.runtime.write.CommitSink;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Announces commits on {@code <context>.event.<aggregate>} and {@code <context>.published.<stream>}, in order. While the
 * broker is away or slow, announcements are dropped rather than kept: a handler that misses one finds the commit in the log, and a
 * relay announces it later.
 */
@Singleton
final class CommitAnnouncer implements Announcements {

    private final BrokerConnection broker;
    private final Instance<CommandFunction<?>> functions;
    private final Counter dropped;
    private final ConfirmedPositions confirmed;
    private final Tracing tracing;
    private final Map<SourceName, CommitOutbox> outboxes = new ConcurrentHashMap<>();

    CommitAnnouncer(
            BrokerConnection broker,
            @Any Instance<CommandFunction<?>> functions,
            ConfirmedPositions confirmed,
            MeterRegistry meters,
            Tracing tracing) {
        this.broker = broker;
        this.confirmed = confirmed;
        this.tracing = tracing;
        this.functions = functions;
        this.dropped = meters.counter("foldline.announcements.dropped");
    }

    /** Before there is anything to announce. */
    void start(@Observes StartupEvent event) {
        functions.forEach(
                function -> outbox(SourceName.of(function.aggregateType().source())));
    }

    @Override
    public CommitSink of(EventSource<?> source, LogDescriptor log) {
        CommitOutbox outbox = outbox(SourceName.of(source));
        ConfirmedPositions.Log positions = confirmed.of(source.context(), log);
        return (partition, commit) -> {
            tracing.begin(Hop.send("commits of " + partition), commit.metadata())
                    .end(null);
            outbox.send(partition, commit).whenComplete((ignored, fault) -> {
                if (fault == null) {
                    positions.confirmed(partition, commit.position());
                } else {
                    dropped.increment();
                }
            });
        };
    }

    @Override
    public CompletionStage<Void> announce(SourceName source, Partition partition, Commit commit) {
        return outbox(source).send(partition, commit);
    }

    private CommitOutbox outbox(SourceName source) {
        return outboxes.computeIfAbsent(source, name -> {
            var outbox = new CommitOutbox(name);
            broker.attach(outbox);
            return outbox;
        });
    }
}
