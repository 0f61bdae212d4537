package dev.foldline.projections.test;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;

/** The line to a server. When it falls silent nobody is told: what is sent is lost, also the end of a connection. */
final class Line implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final int serverPort;
    private final int port;
    private volatile boolean silent;

    Line(int serverPort) {
        this.serverPort = serverPort;
        this.port = vertx.createNetServer()
                .connectHandler(this::connect)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    int port() {
        return port;
    }

    /** From now on what is sent is lost, and a connection that lost something stays silent for good. */
    void fallSilent() {
        silent = true;
    }

    /** Connections made from now on work. */
    void recover() {
        silent = false;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void connect(NetSocket client) {
        client.pause();
        vertx.createNetClient()
                .connect(serverPort, "127.0.0.1")
                .onFailure(refused -> client.close())
                .onSuccess(server -> {
                    var connection = new Connection();
                    connection.forward(client, server);
                    connection.forward(server, client);
                    client.resume();
                });
    }

    private final class Connection {

        private volatile boolean dead;

        void forward(NetSocket from, NetSocket to) {
            from.handler((Buffer bytes) -> {
                if (isAlive()) {
                    to.write(bytes);
                }
            });
            from.closeHandler(closed -> {
                if (isAlive()) {
                    to.close();
                }
            });
        }

        private boolean isAlive() {
            dead |= silent;
            return !dead;
        }
    }
}
