package dev.foldline.functions.runtime.amqp;

import dev.foldline.functions.runtime.amqp.AmqpInbox.Outcome;
import dev.foldline.functions.runtime.policy.WakeUps;
import io.quarkus.arc.DefaultBean;
import io.vertx.amqp.AmqpMessage;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Wakes policies by messages on {@code <context>.deadline.<policy>} that the broker holds back until their time has come. One
 * that the broker is not there for is dropped: deadlines are looked for from time to time.
 */
@Singleton
@DefaultBean
final class AmqpWakeUps implements WakeUps {

    private final BrokerConnection broker;
    private final Map<String, WakeUpSender> senders = new ConcurrentHashMap<>();

    AmqpWakeUps(BrokerConnection broker) {
        this.broker = broker;
    }

    @Override
    public void wakeAt(String context, String policy, Instant due) {
        WakeUpSender sender = senders.get(Addresses.deadline(context, policy));
        if (sender != null) {
            sender.send(due);
        }
    }

    @Override
    public void listen(String context, String policy, Listener listener) {
        String address = Addresses.deadline(context, policy);
        var sender = new WakeUpSender(address);
        senders.put(address, sender);
        broker.attach(new AmqpInbox(address, Addresses.QUEUE, message -> hear(message, listener)));
        broker.attach(sender);
    }

    private static Future<Outcome> hear(AmqpMessage message, Listener listener) {
        return AmqpReplies.onThisContext(listener.wake(WakeUpSender.due(message)))
                .otherwiseEmpty()
                .map(Outcome.ACCEPT);
    }
}
