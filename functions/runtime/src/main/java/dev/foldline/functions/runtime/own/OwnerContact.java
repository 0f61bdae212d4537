package dev.foldline.functions.runtime.own;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.functions.runtime.write.Appended;
import dev.foldline.functions.runtime.write.Company;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What a writer knows of a partition's other writers, and of its owner, who does not answer until it has. Thread-safe. */
final class OwnerContact {

    private static final Logger LOG = Logger.getLogger(OwnerContact.class);

    private final long pauseNanos;
    private final Company company = new Company();
    private volatile boolean up;
    private volatile long nextNanos = System.nanoTime();

    OwnerContact(Duration pause) {
        pauseNanos = pause.toNanos();
    }

    /** Whether others write the partition, too. */
    boolean isInCompany() {
        return company.isThere();
    }

    /** What became of an append. An owner that was not needed for a while is asked first whether it is still there. */
    void tell(Appended appended) {
        boolean alone = appended.news().isEmpty() && !(appended.result() instanceof AppendResult.TailMoved);
        if (alone) {
            company.metNobody();
        } else if (company.met() && appended.news().isEmpty()) {
            up = false;
            nextNanos = System.nanoTime();
        }
    }

    /** Whether the owner has answered the last time. */
    boolean isUp() {
        return up;
    }

    /** Whether it is time to ask whether there is an owner: true once per pause. */
    boolean isDue() {
        if (up || System.nanoTime() - nextNanos < 0) {
            return false;
        }
        pause();
        return true;
    }

    /** Waits for the answer to such a question. */
    void follow(CompletionStage<?> answer) {
        answer.whenComplete((ignored, fault) -> up = fault == null);
    }

    /** It was asked for something, and did not answer. */
    void lost(@Nullable Throwable fault) {
        LOG.debugf(fault, "The owner of a partition does not answer; it is appended to the log for a while");
        pause();
        up = false;
    }

    private void pause() {
        nextNanos = System.nanoTime() + pauseNanos;
    }
}
