package dev.foldline.eventstore.tck.server;

import com.mongodb.ConnectionString;

/** A running server. */
public interface MongoServer extends AutoCloseable {

    /** How to reach it, directly: what is between a test and its server is not bypassed by discovery. */
    ConnectionString connectionString();

    /** Whether it is a process of its own, which {@link #kill} and {@link #restart} can be asked of. */
    default boolean canBeKilled() {
        return false;
    }

    /** Ends it as {@code kill -9} does. */
    default void kill() {
        throw new UnsupportedOperationException("this server is no process that can be killed");
    }

    /** Starts it again on its data and address, and waits until it answers. */
    default void restart() {
        throw new UnsupportedOperationException("this server is no process that can be started");
    }

    @Override
    void close();
}
