package dev.foldline.eventstore.tck;

import dev.foldline.eventstore.EventStore;

/** One process's way to the logs. Its store answers or gives up within {@value #PATIENCE_SECONDS} seconds. */
public interface LogClient extends AutoCloseable {

    /** How long a call may take when the server does not answer. */
    long PATIENCE_SECONDS = 15;

    EventStore store();

    /** The network between this process and the server. */
    Network network();

    /** Ends the process at once, whatever it is doing. */
    @Override
    void close();

    /** What can happen to a network. */
    interface Network {

        /** Breaks every connection; new ones are possible at once. */
        void breakConnections();

        /** From now on requests arrive, but a connection breaks as soon as the server answers on it. */
        void loseReplies();

        /** Breaks every connection and lets none be made. */
        void goDown();

        /** All is well again. */
        void comeBack();
    }
}
