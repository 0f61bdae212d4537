package dev.foldline.functions.runtime.amqp;

import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.amqp.AmqpSender;
import io.vertx.amqp.AmqpSenderOptions;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.jspecify.annotations.Nullable;

/** Sends wake-ups to one address. Any thread. */
final class WakeUpSender implements BrokerConnection.Attachment {

    /** The annotation by which brokers hold a message back; in milliseconds since the epoch. */
    private static final Symbol DELIVERY_TIME = Symbol.valueOf("x-opt-delivery-time");

    private final String address;
    private volatile @Nullable AmqpSender sender;

    WakeUpSender(String address) {
        this.address = address;
    }

    @Override
    public Future<?> attach(AmqpConnection connection, Runnable lost) {
        sender = null;
        var options = new AmqpSenderOptions().setCapabilities(List.of(Addresses.QUEUE));
        return connection.createSender(address, options).onSuccess(fresh -> {
            sender = fresh;
            fresh.exceptionHandler(cause -> {
                sender = null;
                lost.run();
            });
        });
    }

    void send(Instant due) {
        AmqpSender current = sender;
        if (current != null && !current.connection().isDisconnected()) {
            current.send(message(due));
        }
    }

    /** When what a message wakes for is due; now, when it does not say. */
    static Instant due(AmqpMessage message) {
        MessageAnnotations annotations = message.unwrap().getMessageAnnotations();
        Object due = annotations == null ? null : annotations.getValue().get(DELIVERY_TIME);
        return due instanceof Number millis ? Instant.ofEpochMilli(millis.longValue()) : Instant.now();
    }

    @Override
    public String toString() {
        return "a sender to " + address;
    }

    private static AmqpMessage message(Instant due) {
        AmqpMessage message = AmqpMessage.create()
                .durable(true)
                .withBody("a deadline is due at " + due)
                .build();
        message.unwrap()
                .setMessageAnnotations(
                        new MessageAnnotations(Map.<Symbol, Object>of(DELIVERY_TIME, due.toEpochMilli())));
        return message;
    }
}
