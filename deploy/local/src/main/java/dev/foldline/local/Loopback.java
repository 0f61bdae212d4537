package dev.foldline.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The address everything here listens on. */
public final class Loopback {

    /** Never another: the servers ask nobody for a password. */
    public static final String HOST = "127.0.0.1";

    private Loopback() {}

    /** Whether a server could listen on the port now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The port, or one that is free now if it is 0. */
    static int orFree(int port) {
        return port == 0 ? freePort() : port;
    }

    /** A port that nobody listens on now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LocalServerException("No free port: " + e.getMessage(), e);
        }
    }
}
