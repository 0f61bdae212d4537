package dev.foldline.functions.runtime.amqp;

import static org.awaitility.Awaitility.await;

import dev.foldline.local.LocalServers;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that lets go of a connection, or of an attempt to make one, at any moment. */
class BrokerConnectionTest {

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** What precedes the frame that opens a connection, once it is known who connects; see AMQP 1.0, part 2.2. */
    private static final String AMQP_HEADER = "AMQP\0\1\0\0";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void an_attempt_that_breaks_before_the_connection_is_open_is_followed_by_another(@TempDir Path directory) {
        connectThrough(directory, (socket, data) -> {
            if (data.toString(StandardCharsets.ISO_8859_1).contains(AMQP_HEADER)) {
                socket.close();
            }
        });
    }

    @Test
    void an_attempt_that_is_never_answered_is_followed_by_another(@TempDir Path directory) {
        connectThrough(directory, (socket, data) -> socket.pause());
    }

    /** Connects by way of a proxy, which does this to what comes over the first connection before it is passed on. */
    private void connectThrough(Path directory, BiConsumer<NetSocket, Buffer> first) {
        try (LocalServers servers = LocalServers.in(directory).broker().start()) {
            int port = proxy(URI.create(servers.broker().url()), first);
            var connection = new BrokerConnection(vertx, "amqp://127.0.0.1:" + port, PATIENCE);
            connection.start(new StartupEvent());
            await().atMost(LIMIT).until(connection::isConnected);
            connection.close();
        }
    }

    /** The port of a proxy. */
    private int proxy(URI broker, BiConsumer<NetSocket, Buffer> first) {
        NetServer proxy = vertx.createNetServer().connectHandler(socket -> {
            boolean disturbed = attempts.incrementAndGet() == 1;
            socket.pause();
            vertx.createNetClient().connect(broker.getPort(), broker.getHost()).onSuccess(onward -> {
                onward.handler(socket::write);
                socket.closeHandler(ignored -> onward.close());
                onward.closeHandler(ignored -> socket.close());
                socket.handler(data -> {
                    if (disturbed) {
                        first.accept(socket, data);
                    }
                    onward.write(data);
                });
                socket.resume();
            });
        });
        return proxy.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }
}
