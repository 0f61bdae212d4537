package dev.foldline.bench;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Opens wallets to send commands to.
 *
 * @param sender sends the commands
 * @param sent remembers them
 */
record Wallets(Sender sender, SentCommands sent) {

    private static final int AT_ONCE = 16;

    /** Opens so many wallets that nobody has heard of, and gives their ids. */
    List<String> open(int count) {
        String prefix = UUID.randomUUID() + "-";
        List<String> ids =
                IntStream.range(0, count).mapToObj(number -> prefix + number).toList();
        var window = new Semaphore(AT_ONCE);
        var accepted = new AtomicInteger();
        for (String id : ids) {
            window.acquireUninterruptibly();
            BenchCommand command = BenchCommand.open(id);
            sender.send(command, sent.sending(command, status -> {
                if (status == Sender.ACCEPTED) {
                    accepted.incrementAndGet();
                }
                window.release();
            }));
        }
        window.acquireUninterruptibly(AT_ONCE);
        if (accepted.get() < count) {
            throw new IllegalStateException("of " + count + " wallets only " + accepted.get() + " could be opened");
        }
        return ids;
    }
}
