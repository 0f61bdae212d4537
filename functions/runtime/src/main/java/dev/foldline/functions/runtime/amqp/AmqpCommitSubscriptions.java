package dev.foldline.functions.runtime.amqp;

import dev.foldline.functions.EventSource;
import dev.foldline.functions.runtime.CommitListener;
import dev.foldline.functions.runtime.CommitSubscriptions;
import dev.foldline.functions.runtime.amqp.AmqpInbox.Outcome;
import dev.foldline.functions.runtime.event.CommitListeners;
import dev.foldline.functions.runtime.event.CommitMessages;
import dev.foldline.functions.runtime.event.SourceName;
import dev.foldline.functions.runtime.trace.Hop;
import dev.foldline.functions.runtime.trace.Tracing;
import io.quarkus.arc.DefaultBean;
import io.vertx.amqp.AmqpMessage;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Hears of commits on the handler's durable queue. */
@Singleton
@DefaultBean
final class AmqpCommitSubscriptions implements CommitSubscriptions {

    private static final Logger LOG = Logger.getLogger(AmqpCommitSubscriptions.class);

    private final BrokerConnection broker;
    private final CommitListeners listeners;
    private final Tracing tracing;

    AmqpCommitSubscriptions(BrokerConnection broker, CommitListeners listeners, Tracing tracing) {
        this.broker = broker;
        this.listeners = listeners;
        this.tracing = tracing;
    }

    @Override
    public void subscribe(EventSource<?> source, String handler, CommitListener listener) {
        listeners.add(source, handler, listener);
        String queue = Addresses.eventQueue(SourceName.of(source), handler);
        Hop hop = Hop.process(queue);
        CommitListener traced = (partition, commit) ->
                tracing.within(hop, commit.metadata(), ignored -> listener.heard(partition, commit));
        broker.attach(new AmqpInbox(queue, Addresses.TOPIC, message -> hear(queue, message, traced)));
    }

    private static Future<Outcome> hear(String queue, AmqpMessage message, CommitListener listener) {
        CommitMessages.Announced announced;
        try {
            announced = AnnouncedMessages.read(new AmqpRequest(message));
        } catch (IllegalArgumentException e) {
            // The log has every commit, so a message that is no news loses nothing.
            LOG.warnf(
                    "A message on %s is no announced commit (%s); it goes to the dead letters", queue, e.getMessage());
            return Future.succeededFuture(Outcome.REJECT);
        }
        return AmqpReplies.onThisContext(listener.heard(announced.partition(), announced.commit()))
                .map(Outcome.ACCEPT)
                .otherwise(Outcome.RETRY);
    }
}
