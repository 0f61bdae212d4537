package dev.foldline.functions.runtime.policy;

import dev.foldline.eventstore.DeadlineStore;
import dev.foldline.eventstore.DeadlineStore.Deadline;
import dev.foldline.eventstore.DeadlineStore.Owner;
import dev.foldline.eventstore.Partition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Looks for deadlines of one policy that are due, when its alarm says so. To be run on a thread of its own, which is
 * interrupted to end it.
 */
final class DeadlineRunner implements Runnable {

    private static final Logger LOG = Logger.getLogger(DeadlineRunner.class);
    private static final int BATCH = 64;
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

    /** So long after it changed, nobody is still at work on an event that was overtaken. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final Owner owner;
    private final DeadlineStore store;
    private final DeadlineSender sender;
    private final InstantSource clock;
    private final Supplier<Map<Partition, Long>> reached;
    private final Alarm alarm;
    private Instant nextCleaning = Instant.MIN;
    private boolean isAway;

    /** @param reached how far the policy is in each partition; may block, and throw when that cannot be told */
    DeadlineRunner(
            Owner owner,
            DeadlineStore store,
            DeadlineSender sender,
            InstantSource clock,
            Supplier<Map<Partition, Long>> reached,
            Alarm alarm) {
        this.owner = owner;
        this.store = store;
        this.sender = sender;
        this.clock = clock;
        this.reached = reached;
        this.alarm = alarm;
    }

    @Override
    public void run() {
        try {
            while (true) {
                look();
                alarm.await();
            }
        } catch (InterruptedException e) {
            LOG.debugf("the deadlines of %s stop", owner.policy());
        }
    }

    private void look() throws InterruptedException {
        alarm.looking();
        try {
            sendDue();
            clean();
            isAway = false;
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted() || e.getCause() instanceof InterruptedException) {
                throw new InterruptedException();
            }
            tell(e);
        } finally {
            alarm.looked();
        }
    }

    private void sendDue() throws InterruptedException {
        List<Deadline> due;
        do {
            due = store.due(owner, clock.instant(), BATCH);
            AllAtOnce.run(due, sender::send);
        } while (due.size() == BATCH);
    }

    private void clean() {
        Instant now = clock.instant();
        if (now.isAfter(nextCleaning)) {
            store.forget(owner, reached.get(), now.minus(KEPT));
            nextCleaning = now.plus(BETWEEN_CLEANINGS);
        }
    }

    private void tell(RuntimeException cause) {
        if (!isAway) {
            LOG.warnf("Deadlines of %s cannot be looked for and wait until they can: %s", owner.policy(), cause);
        }
        isAway = true;
    }
}
