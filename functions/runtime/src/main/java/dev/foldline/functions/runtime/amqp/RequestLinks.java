package dev.foldline.functions.runtime.amqp;

import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.amqp.AmqpReceiver;
import io.vertx.amqp.AmqpSender;
import io.vertx.core.Future;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends requests, and hears their replies on an address of its own, for as long as there is a connection. Thread-safe. */
final class RequestLinks implements BrokerConnection.Attachment {

    /** The links of one connection. */
    record Links(AmqpSender requests, AmqpReceiver replies) {}

    private final BrokerConnection broker;
    private final String name;
    private final Consumer<AmqpMessage> heard;
    private final Runnable gone;
    private final String prefix = UUID.randomUUID() + "-";
    private final AtomicLong sent = new AtomicLong();
    private volatile @Nullable Links links;

    /**
     * @param name what it is called in the log
     * @param heard is given each reply, on the event loop
     * @param gone is called when replies to what was sent so far will not come
     */
    RequestLinks(BrokerConnection broker, String name, Consumer<AmqpMessage> heard, Runnable gone) {
        this.broker = broker;
        this.name = name;
        this.heard = heard;
        this.gone = gone;
    }

    /** An id that no other request has. */
    String nextId() {
        return prefix + sent.incrementAndGet();
    }

    /** The links; null while there is no connection. */
    @Nullable
    Links current() {
        return broker.isConnected() ? links : null;
    }

    boolean isAttached() {
        return links != null;
    }

    @Override
    public Future<?> attach(AmqpConnection connection, Runnable lost) {
        disconnected();
        return connection
                .createAnonymousSender()
                .compose(requests -> connection.createDynamicReceiver().onSuccess(replies -> {
                    links = new Links(requests, replies);
                    replies.handler(heard::accept);
                    replies.exceptionHandler(cause -> detached(lost));
                    requests.exceptionHandler(cause -> detached(lost));
                }));
    }

    @Override
    public void disconnected() {
        links = null;
        gone.run();
    }

    private void detached(Runnable lost) {
        disconnected();
        lost.run();
    }

    @Override
    public String toString() {
        return name;
    }
}
