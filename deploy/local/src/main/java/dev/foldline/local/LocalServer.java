package dev.foldline.local;

/**
 * One server that listens on the loopback interface and keeps its data in a directory.
 *
 * <p>Thread-safe. What was acknowledged before {@link #stop} is there again after {@link #start}, on the same port.
 */
public interface LocalServer {

    /** What it is, for people: {@code "Artemis 2.55.0"}. */
    String description();

    /** Whether it only stands in for the real server and lacks much of it. */
    default boolean isStandIn() {
        return false;
    }

    /** The port it listens on, or will listen on: the same as long as this object lives. */
    int port();

    /** Where a client of Foldline finds it. */
    String url();

    /**
     * Starts it, and returns when it answers. Nothing happens when it is running.
     *
     * @throws LocalServerException it did not start; nothing of it is left running
     */
    void start();

    /** Stops it, and returns when it has released its port and its files. Nothing happens when it is not running. */
    void stop();
}
