package dev.foldline.eventstore.tck;

import dev.foldline.eventstore.LogDefinition;

/** An empty database for one test, and what the test may do to it and to its server. */
public interface LogFixture extends AutoCloseable {

    /** Another process: a store with connections of its own. Closed with the fixture, if not before. */
    LogClient connect();

    /**
     * Loses the commits from {@code first} to {@code last}, as a restore from an older backup or a lost disk would. Nobody is
     * told.
     */
    void lose(LogDefinition definition, int partition, long first, long last);

    /** Whether the server is a process that can be killed and finds its data again. */
    boolean canBeKilled();

    /** Kills the server as {@code kill -9} does; only if it {@link #canBeKilled}. */
    void kill();

    /** Starts the killed server on its data and its address again, and waits until it answers. */
    void restart();

    @Override
    void close();
}
