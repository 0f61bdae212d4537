package dev.foldline.functions.runtime.policy;

import dev.foldline.eventstore.DeadlineStore;
import dev.foldline.eventstore.DeadlineStore.Deadline;
import dev.foldline.eventstore.DeadlineStore.Owner;
import dev.foldline.eventstore.EventStoreException;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.DeadlineExceededException;
import dev.foldline.functions.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Sends the command of a deadline that is due. The deadline is settled after its command was answered, so others may send it
 * too, with the same id, and nothing is lost when a process dies. Blocks. Thread-safe.
 */
final class DeadlineSender {

    private static final Logger LOG = Logger.getLogger(DeadlineSender.class);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    /** After this long another version may have been deployed that can do it. */
    private static final Duration MUCH_LATER = Duration.ofMinutes(5);

    private final Owner owner;
    private final DeadlineStore store;
    private final StoredCommands stored;
    private final PolicyCommands commands;
    private final Refusals refusals;
    private final PolicyPlatform platform;
    private final Alarm alarm;

    DeadlineSender(
            Owner owner,
            DeadlineStore store,
            StoredCommands stored,
            PolicyCommands commands,
            Refusals refusals,
            PolicyPlatform platform,
            Alarm alarm) {
        this.owner = owner;
        this.store = store;
        this.stored = stored;
        this.commands = commands;
        this.refusals = refusals;
        this.platform = platform;
        this.alarm = alarm;
    }

    /**
     * Returns when the deadline is no longer due: it is settled, or postponed since it could not be sent, so that it holds
     * up no other.
     *
     * @throws dev.foldline.eventstore.StoreUnavailableException it is still due
     */
    void send(Deadline deadline) throws InterruptedException {
        try {
            Object command = stored.read(deadline.command(), deadline.body());
            CommandAnswer answer = commands.send(command, deadline.commandId(), deadline.metadata());
            if (answer instanceof CommandAnswer.Rejected reason) {
                refusals.refused(command, deadline.commandId(), "a deadline", reason);
            }
            store.settle(owner, deadline, platform.clock().instant());
            count("sent");
        } catch (UnavailableException | DeadlineExceededException e) {
            LOG.debugf(e, "command %s of a deadline of %s is sent again", deadline.commandId(), owner.policy());
            postpone(deadline, AGAIN);
        } catch (EventStoreException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "%s %s of a deadline of %s cannot be sent; it is kept and tried again",
                    deadline.command(),
                    deadline.commandId(),
                    owner.policy());
            postpone(deadline, MUCH_LATER);
            count("failed");
        }
    }

    private void postpone(Deadline deadline, Duration by) {
        Instant until = platform.clock().instant().plus(by);
        store.postpone(owner, deadline, until);
        alarm.set(until);
    }

    private void count(String outcome) {
        String policy = owner.context() + "/" + owner.policy();
        platform.meters()
                .counter("foldline.policy.deadlines", "policy", policy, "outcome", outcome)
                .increment();
    }
}
