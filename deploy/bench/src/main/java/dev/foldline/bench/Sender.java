package dev.foldline.bench;

import java.util.function.IntConsumer;

/** A way to send commands. */
interface Sender extends AutoCloseable {

    /** The status of an accepted command. */
    int ACCEPTED = 200;

    /** The status of a command that was not answered. */
    int NO_ANSWER = 0;

    /**
     * Sends a command and returns at once.
     *
     * @param answered is called once, on any thread, with the HTTP status that the answer has or would have
     */
    void send(BenchCommand command, IntConsumer answered);

    @Override
    void close();
}
