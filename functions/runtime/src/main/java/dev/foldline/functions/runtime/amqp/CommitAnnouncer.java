package dev.foldline.functions.runtime.amqp;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.AggregateType;
import dev.foldline.functions.CommandFunction;
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
import java.util.concurrent.ConcurrentHashMap;

/**
 * Announces commits on {@code <context>.event.<aggregate>}, in order. While the broker is away or slow, announcements are
 * dropped rather than kept: a handler that misses one finds the commit in the log.
 */
@Singleton
final class CommitAnnouncer implements CommitSink {

    private final BrokerConnection broker;
    private final Instance<CommandFunction<?>> functions;
    private final Counter dropped;
    private final Tracing tracing;
    private final Map<String, CommitOutbox> outboxes = new ConcurrentHashMap<>();

    CommitAnnouncer(
            BrokerConnection broker,
            @Any Instance<CommandFunction<?>> functions,
            MeterRegistry meters,
            Tracing tracing) {
        this.broker = broker;
        this.tracing = tracing;
        this.functions = functions;
        this.dropped = meters.counter("foldline.announcements.dropped");
    }

    void start(@Observes StartupEvent event) {
        for (CommandFunction<?> function : functions) {
            AggregateType<?, ?, ?> type = function.aggregateType();
            outboxes.computeIfAbsent(type.name(), name -> {
                var outbox = new CommitOutbox(Addresses.events(type.context(), name), dropped::increment);
                broker.attach(outbox);
                return outbox;
            });
        }
    }

    @Override
    public void appended(Partition partition, Commit commit) {
        CommitOutbox outbox = outboxes.get(partition.aggregateType());
        if (outbox != null) {
            tracing.begin(Hop.send("commits of " + partition), commit.metadata())
                    .end(null);
            outbox.send(partition, commit);
        }
    }
}
