package dev.foldline.functions.runtime.amqp;

import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.own.AppendRequests;
import dev.foldline.functions.runtime.own.OwnerLink;
import dev.foldline.functions.runtime.publish.StreamCatalog;
import dev.foldline.functions.runtime.trace.Tracing;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import java.util.List;

/**
 * What partitions' owners and those who ask them need of AMQP, for processes that are no Quarkus application: a connection of
 * its own, made in the background and kept up until it is closed. Thread-safe.
 */
public final class OwnerMessaging implements AutoCloseable {

    private static final FunctionCatalog NO_HANDLERS = new FunctionCatalog(List.of(), List.of(), List.of(), List.of());

    private final Vertx vertx = Vertx.vertx();
    private final BrokerConnection broker;
    private final AmqpReplies replies;
    private final AmqpRemote remote;

    private OwnerMessaging(String brokerUrl) {
        broker = new BrokerConnection(vertx, brokerUrl);
        replies = new AmqpReplies(broker);
        remote = new AmqpRemote(broker, NO_HANDLERS, new StreamCatalog(List.of()), Tracing.off());
    }

    /**
     * Connects to a broker.
     *
     * @throws IllegalArgumentException the URL is not of the form {@code amqp[s]://[user:password@]host[:port]}
     */
    public static OwnerMessaging connect(String brokerUrl) {
        var messaging = new OwnerMessaging(brokerUrl);
        var start = new StartupEvent();
        messaging.broker.start(start);
        messaging.replies.start(start);
        return messaging;
    }

    /** Asks owners. */
    public OwnerLink link() {
        return remote;
    }

    /** Takes what owners are asked for. */
    public AppendRequests requests() {
        return new AmqpAppendRequests(broker, replies);
    }

    @Override
    public void close() {
        broker.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
