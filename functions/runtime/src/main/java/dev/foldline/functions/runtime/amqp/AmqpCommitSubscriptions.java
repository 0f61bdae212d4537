package dev.foldline.functions.runtime.amqp;

import dev.foldline.functions.EventSource;
import dev.foldline.functions.runtime.CommitListener;
import dev.foldline.functions.runtime.CommitSubscriptions;
import dev.foldline.functions.runtime.amqp.AmqpInbox.Outcome;
import dev.foldline.functions.runtime.trace.Hop;
import dev.foldline.functions.runtime.trace.Tracing;
import io.quarkus.arc.DefaultBean;
import io.vertx.amqp.AmqpMessage;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Hears of commits on the handler's durable queue. */
@Singleton
@DefaultBean
final class AmqpCommitSubscriptions implements CommitSubscriptions {

    private static final Logger LOG = Logger.getLogger(AmqpCommitSubscriptions.class);

    private final BrokerConnection broker;
    private final Tracing tracing;

    AmqpCommitSubscriptions(BrokerConnection broker, Tracing tracing) {
        this.broker = broker;
        this.tracing = tracing;
    }

    @Override
    public void subscribe(EventSource<?> source, String handler, CommitListener listener) {
        String queue = Addresses.eventQueue(source, handler);
        CommitListener traced = (partition, commit) ->
                tracing.within(Hop.process(queue), commit.metadata(), ignored -> listener.heard(partition, commit));
        broker.attach(new AmqpInbox(queue, Addresses.TOPIC, message -> hear(queue, message, traced)));
    }

    private static Future<Outcome> hear(String queue, AmqpMessage message, CommitListener listener) {
        CommitMessages.Announced announced;
        try {
            announced = CommitMessages.read(message.bodyAsBinary().getBytes());
        } catch (RuntimeException e) {
            // The log has every commit, so a message that is no news loses nothing.
            LOG.warnf("A message on %s is no announced commit; it goes to the dead letters", queue);
            return Future.succeededFuture(Outcome.REJECT);
        }
        Context context = Vertx.currentContext();
        Promise<Outcome> settled = Promise.promise();
        listener.heard(announced.partition(), announced.commit())
                .whenComplete((ignored, fault) ->
                        context.runOnContext(now -> settled.complete(fault == null ? Outcome.ACCEPT : Outcome.RETRY)));
        return settled.future();
    }
}
