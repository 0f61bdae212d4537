package dev.foldline.eventstore.tck.server;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network between one client and a server, and what can happen to one. Thread-safe. */
public final class TcpProxy implements AutoCloseable {

    private enum State {
        UP,
        LOSING_REPLIES,
        DOWN
    }

    private final InetSocketAddress server;
    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile State state = State.UP;

    public TcpProxy(InetSocketAddress server) {
        this.server = server;
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::acceptAll);
    }

    /** Where the client finds the server. */
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort());
    }

    /** Breaks every connection; new ones are possible at once. */
    public void breakConnections() {
        sockets.forEach(this::drop);
    }

    /** From now on requests arrive, but a connection breaks as soon as the server answers on it. */
    public void loseReplies() {
        state = State.LOSING_REPLIES;
    }

    /** Breaks every connection and lets none be made. */
    public void goDown() {
        state = State.DOWN;
        breakConnections();
    }

    /** All is well again. */
    public void comeBack() {
        state = State.UP;
    }

    @Override
    public void close() {
        goDown();
        closeQuietly(listener);
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                connect(listener.accept());
            } catch (IOException e) {
                // The client went away again, or the server is not there: both will be noticed where it matters.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        var upstream = new Socket();
        sockets.add(client);
        sockets.add(upstream);
        try {
            upstream.connect(server);
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
        } catch (IOException e) {
            drop(client);
            drop(upstream);
            throw e;
        }
        Thread.ofVirtual().start(() -> pump(client, upstream, false));
        Thread.ofVirtual().start(() -> pump(upstream, client, true));
    }

    private void pump(Socket from, Socket to, boolean replies) {
        byte[] buffer = new byte[16 * 1024];
        try {
            int read = from.getInputStream().read(buffer);
            while (read > 0 && isForwarded(replies)) {
                to.getOutputStream().write(buffer, 0, read);
                read = from.getInputStream().read(buffer);
            }
        } catch (IOException e) {
            // One side is gone, so the other is to go too.
        } finally {
            drop(from);
            drop(to);
        }
    }

    private boolean isForwarded(boolean reply) {
        return switch (state) {
            case UP -> true;
            case LOSING_REPLIES -> !reply;
            case DOWN -> false;
        };
    }

    private void drop(Socket socket) {
        sockets.remove(socket);
        closeQuietly(socket);
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // It was to be gone, and is.
        }
    }
}
