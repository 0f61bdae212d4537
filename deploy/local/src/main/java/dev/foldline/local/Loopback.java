package dev.foldline.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** The address everything here listens on. */
public final class Loopback {

    /** Never another: the servers ask nobody for a password. */
    public static final String HOST = "127.0.0.1";

    private static final int FIRST_CANDIDATE = 10_240;
    private static final int CANDIDATES = 32_768 - FIRST_CANDIDATE;
    private static final AtomicInteger NEXT = new AtomicInteger(new Random().nextInt(CANDIDATES));

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

    /**
     * A port that nobody listens on now; each only once in this process. Not one of those that systems hand out to clients (from
     * 32768 on Linux, higher elsewhere): somebody's connection could have it before the server has.
     */
    public static int freePort() {
        for (int tried = 0; tried < CANDIDATES; tried++) {
            int port = FIRST_CANDIDATE + Math.floorMod(NEXT.getAndIncrement(), CANDIDATES);
            if (isFree(port)) {
                return port;
            }
        }
        throw new LocalServerException("No port from " + FIRST_CANDIDATE + " on is free");
    }
}
