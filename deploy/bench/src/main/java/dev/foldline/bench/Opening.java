package dev.foldline.bench;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Opens what commands are sent to.
 *
 * @param sender sends the commands
 * @param sent remembers them
 */
record Opening(Sender sender, SentCommands sent) {

    private static final int AT_ONCE = 16;
    private static final int ATTEMPTS = 10;

    /** Sends the commands, some at a time, and returns when all of them are accepted. One without an answer is sent again. */
    void all(List<BenchCommand> commands) {
        var window = new Semaphore(AT_ONCE);
        var accepted = new AtomicInteger();
        for (BenchCommand command : commands) {
            window.acquireUninterruptibly();
            send(command, ATTEMPTS, accepted, window);
        }
        window.acquireUninterruptibly(AT_ONCE);
        if (accepted.get() < commands.size()) {
            throw new IllegalStateException(
                    "of " + commands.size() + " aggregates only " + accepted.get() + " could be opened");
        }
    }

    private void send(BenchCommand command, int attempts, AtomicInteger accepted, Semaphore window) {
        sender.send(command, sent.sending(command, status -> {
            if (status != Sender.ACCEPTED && attempts > 1) {
                send(command, attempts - 1, accepted, window);
                return;
            }
            if (status == Sender.ACCEPTED) {
                accepted.incrementAndGet();
            }
            window.release();
        }));
    }
}
