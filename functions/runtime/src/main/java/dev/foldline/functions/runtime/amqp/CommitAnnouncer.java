package dev.foldline.functions.runtime.amqp;

import dev.foldline.functions.CommandFunction;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.runtime.Announcements;
import dev.foldline.functions.runtime.event.SourceName;
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
 * Announces commits on {@code <context>.event.<aggregate>} and {@code <context>.published.<stream>}, in order. While the
 * broker is away or slow, announcements are dropped rather than kept: a handler that misses one finds the commit in the log.
 */
@Singleton
final class CommitAnnouncer implements Announcements {

    private final BrokerConnection broker;
    private final Instance<CommandFunction<?>> functions;
    private final Counter dropped;
    private final Map<SourceName, CommitOutbox> outboxes = new ConcurrentHashMap<>();

    CommitAnnouncer(BrokerConnection broker, @Any Instance<CommandFunction<?>> functions, MeterRegistry meters) {
        this.broker = broker;
        this.functions = functions;
        this.dropped = meters.counter("foldline.announcements.dropped");
    }

    /** Before there is anything to announce. */
    void start(@Observes StartupEvent event) {
        functions.forEach(function -> of(function.aggregateType().source()));
    }

    @Override
    public CommitSink of(EventSource<?> source) {
        return outboxes.computeIfAbsent(SourceName.of(source), name -> {
            var outbox = new CommitOutbox(name, dropped::increment);
            broker.attach(outbox);
            return outbox;
        });
    }
}
