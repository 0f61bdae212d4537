package dev.foldline.functions.runtime.amqp;

import static org.awaitility.Awaitility.await;

import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.publish.StreamCatalog;
import dev.foldline.functions.runtime.trace.Tracing;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import java.util.List;

/** What a process has of AMQP, without the process. */
final class TestProcess implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final BrokerConnection broker;
    private final FunctionCatalog catalog;
    private final AmqpReplies replies;
    private final Tracing tracing;

    TestProcess(String brokerUrl, FunctionCatalog catalog, Tracing tracing) {
        this.broker = new BrokerConnection(vertx, brokerUrl);
        this.catalog = catalog;
        this.tracing = tracing;
        this.replies = new AmqpReplies(broker);
        broker.start(new StartupEvent());
        await().until(broker::isConnected);
        replies.start(new StartupEvent());
    }

    Vertx vertx() {
        return vertx;
    }

    BrokerConnection broker() {
        return broker;
    }

    AmqpReplies replies() {
        return replies;
    }

    /** What sends to other processes, attached when there is anything to send. */
    AmqpRemote remote() {
        var remote = new AmqpRemote(broker, catalog, new StreamCatalog(List.of()), tracing);
        remote.start(new StartupEvent());
        boolean sends = !catalog.remoteCommands().isEmpty()
                || !catalog.remoteQueries().isEmpty()
                || catalog.gathers().stream()
                        .anyMatch(entry -> !entry.elsewhere().isEmpty());
        await().until(() -> !sends || remote.isAttached());
        return remote;
    }

    @Override
    public void close() {
        broker.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
