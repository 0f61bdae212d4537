package dev.foldline.functions.runtime.follow;

import dev.foldline.eventstore.ArchiveCorruptException;
import dev.foldline.eventstore.CommitReader;
import dev.foldline.eventstore.EventStoreException;
import dev.foldline.eventstore.LogArchivedException;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.UnreadableEventException;
import dev.foldline.functions.runtime.Backoff;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings one target forward, on a virtual thread, for as long as the process lives. Whatever is away is tried again with a
 * growing pause, an archive that somebody has to mend with one of up to a minute; what no trying can mend ends it, loudly.
 */
final class FollowLoop implements Runnable {

    private static final Logger LOG = Logger.getLogger(FollowLoop.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE_FOR_PEOPLE = Duration.ofMinutes(1);

    private final String name;
    private final Lanes lanes;
    private final CommitTarget target;
    private final Supplier<CommitReader> feed;
    private final Advance advance;
    private final Outage outage;
    private final Backoff backoff = new Backoff();
    private boolean started;
    private volatile @Nullable String failure;

    /**
     * @param name the handler and the part of it that this is, for people
     * @param lanes what it takes care of
     * @param advance takes care of what comes next in the lanes
     */
    FollowLoop(
            String name,
            Lanes lanes,
            CommitTarget target,
            Supplier<CommitReader> feed,
            Advance advance,
            Outage outage) {
        this.name = name;
        this.lanes = lanes;
        this.target = target;
        this.feed = feed;
        this.advance = advance;
        this.outage = outage;
    }

    /** Why it stands still, for good or until somebody acts: the fault's code and what to do. Null while it goes on. */
    @Nullable
    String failure() {
        return failure;
    }

    @Override
    public void run() {
        try {
            while (true) {
                lanes.await();
                step();
            }
        } catch (InterruptedException e) {
            LOG.debugf("%s stops", name);
        } catch (LogTruncatedException | UnreadableEventException | HandlingFailedException e) {
            failure = Outage.described(e);
            lanes.close();
            outage.left(name);
            LOG.fatalf(e, "%s stands still and will not go on by itself", name);
        }
    }

    private void step() throws InterruptedException {
        try {
            catchUp(feed.get());
            outage.ended(name);
            backoff.reset();
        } catch (LogTruncatedException | UnreadableEventException | HandlingFailedException e) {
            throw e;
        } catch (LogArchivedException | ArchiveCorruptException e) {
            standStill(e);
        } catch (RuntimeException e) {
            if (isInterrupted(e)) {
                throw new InterruptedException();
            }
            waitAWhile(e, LONGEST_PAUSE);
        }
    }

    /** What is announced meanwhile is let go: it would take the room of other partitions, and the log has it. */
    private void standStill(EventStoreException cause) throws InterruptedException {
        failure = Outage.described(cause);
        lanes.close();
        waitAWhile(cause, LONGEST_PAUSE_FOR_PEOPLE);
        lanes.open();
    }

    private void catchUp(CommitReader from) throws InterruptedException {
        while (!started || lanes.isDue()) {
            if (!started) {
                resume(from);
                // Reading tells whether the log still has what was taken care of, before anything announced is applied.
                lanes.all()
                        .forEach(lane -> from.read(
                                lane.partition().number(), lane.inbox().position(), 1));
                started = true;
            }
            if (!advance.from(from)) {
                resume(from);
            }
            failure = null;
        }
    }

    private void resume(CommitReader from) throws InterruptedException {
        for (Lane lane : lanes.all()) {
            lane.inbox().reached(target.resume(from.descriptor(), lane.partition()));
        }
    }

    private void waitAWhile(RuntimeException cause, Duration longest) throws InterruptedException {
        started = false;
        lanes.look();
        outage.began(name, cause);
        Thread.sleep(backoff.next(longest));
    }

    private static boolean isInterrupted(RuntimeException thrown) {
        return Thread.currentThread().isInterrupted() || thrown.getCause() instanceof InterruptedException;
    }
}
