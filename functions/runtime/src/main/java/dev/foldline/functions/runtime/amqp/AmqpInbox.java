package dev.foldline.functions.runtime.amqp;

import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.amqp.AmqpReceiver;
import io.vertx.amqp.AmqpReceiverOptions;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;

/**
 * Receives from one address, with a bounded number of messages under way: when that is reached, the broker gets no credit
 * until half of them are settled.
 */
final class AmqpInbox implements BrokerConnection.Attachment {

    /** What becomes of a message. */
    enum Outcome {
        /** It was taken care of. */
        ACCEPT,
        /** It could not be taken care of now; the broker delivers it again, and counts. */
        RETRY,
        /** It can never be taken care of; the broker moves it to the dead letters. */
        REJECT
    }

    private static final int MOST_UNDER_WAY = 1_024;

    private final String address;
    private final String capability;
    private final Function<AmqpMessage, Future<Outcome>> handler;

    AmqpInbox(String address, String capability, Function<AmqpMessage, Future<Outcome>> handler) {
        this.address = address;
        this.capability = capability;
        this.handler = handler;
    }

    @Override
    public Future<?> attach(AmqpConnection connection, Runnable lost) {
        var options = new AmqpReceiverOptions()
                .setAutoAcknowledgement(false)
                .setMaxBufferedMessages(MOST_UNDER_WAY)
                .setCapabilities(List.of(capability));
        return connection.createReceiver(address, options).onSuccess(receiver -> {
            receiver.exceptionHandler(cause -> lost.run());
            receiver.handler(new Window(receiver)::take);
        });
    }

    @Override
    public String toString() {
        return "a receiver of " + address;
    }

    /** The messages of one receiver that are under way. On the event loop only. */
    private final class Window {

        private final AmqpReceiver receiver;
        private int underWay;
        private boolean paused;

        Window(AmqpReceiver receiver) {
            this.receiver = receiver;
        }

        void take(AmqpMessage message) {
            if (++underWay >= MOST_UNDER_WAY && !paused) {
                paused = true;
                receiver.pause();
            }
            handler.apply(message)
                    .onComplete(result -> settle(message, result.succeeded() ? result.result() : Outcome.RETRY));
        }

        private void settle(AmqpMessage message, Outcome outcome) {
            switch (outcome) {
                case ACCEPT -> message.accepted();
                case RETRY -> message.modified(true, false);
                case REJECT -> message.rejected();
            }
            if (--underWay <= MOST_UNDER_WAY / 2 && paused) {
                paused = false;
                receiver.resume();
            }
        }
    }
}
