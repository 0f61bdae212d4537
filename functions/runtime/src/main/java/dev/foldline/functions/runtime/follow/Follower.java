package dev.foldline.functions.runtime.follow;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitReader;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.Ordering;
import dev.foldline.functions.runtime.CommitSubscriptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Follows an event source for one handler: fed by announcements, and by a look at the heads of all partitions from time to
 * time, since a message may be lost. To be run on a thread of its own, which is interrupted to end it. Thread-safe.
 */
public final class Follower implements Runnable {

    private static final Logger LOG = Logger.getLogger(Follower.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String START = "the start";
    private static final String POLL = "the look at the heads";

    private final EventHandler handler;
    private final CommitTarget target;
    private final Feeds feeds;
    private final CommitSubscriptions subscriptions;
    private final FollowMeters meters;
    private final Duration pollInterval;
    private final Outage outage;
    private final AtomicBoolean toldOfStrays = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();
    private volatile Map<Partition, Lane> lanes = Map.of();
    private volatile List<FollowLoop> loops = List.of();

    /** @param pollInterval how long it waits between two looks at the heads */
    public Follower(
            EventHandler handler,
            CommitTarget target,
            Feeds feeds,
            CommitSubscriptions subscriptions,
            MeterRegistry meters,
            Duration pollInterval) {
        this.handler = handler;
        this.target = target;
        this.feeds = feeds;
        this.subscriptions = subscriptions;
        this.meters = new FollowMeters(meters, handler);
        this.pollInterval = pollInterval;
        this.outage = new Outage(handler.name());
    }

    /** Whether the target is prepared and the source was found. */
    public boolean isStarted() {
        return !lanes.isEmpty();
    }

    /** Why some partitions stand still; empty while none does. */
    public List<String> failures() {
        return loops.stream().map(FollowLoop::failure).filter(Objects::nonNull).toList();
    }

    /** Has the log looked at, since somebody waits for what may not have been announced. Nothing when it is not followed. */
    public void look(Partition partition) {
        lane(partition).ifPresent(lane -> lane.inbox().look());
    }

    private Optional<Lane> lane(Partition partition) {
        return Optional.ofNullable(lanes.get(partition));
    }

    @Override
    public void run() {
        try {
            while (!start()) {
                Thread.sleep(PAUSE);
            }
            while (true) {
                Thread.sleep(pollInterval);
                poll();
            }
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
        }
    }

    private boolean start() {
        try {
            target.prepare();
            begin(feed().descriptor());
            subscriptions.subscribe(handler.source(), handler.queue(), this::heard);
            outage.ended(START);
            return true;
        } catch (RuntimeException e) {
            outage.began(START, e);
            return false;
        }
    }

    private CommitReader feed() {
        return feeds.feed(handler.source());
    }

    private void begin(LogDescriptor log) {
        List<Lanes> parts = handler.ordering() == Ordering.GLOBAL ? Lanes.together(log) : Lanes.sideBySide(log);
        lanes = parts.stream()
                .flatMap(part -> part.all().stream())
                .collect(Collectors.toUnmodifiableMap(Lane::partition, Function.identity()));
        loops = parts.stream().map(this::loop).toList();
        lanes.values().forEach(meters::follow);
        loops.forEach(loop -> threads.add(
                Thread.ofVirtual().name("follow for " + handler.name()).start(loop)));
    }

    private FollowLoop loop(Lanes part) {
        Advance advance;
        String name = handler.name();
        if (handler.ordering() == Ordering.GLOBAL) {
            advance = Advance.merged(part.all(), target, meters);
        } else {
            Lane lane = part.all().getFirst();
            advance = Advance.alone(lane, target, meters);
            name += " in " + lane.partition();
        }
        return new FollowLoop(name, part, target, this::feed, advance, outage);
    }

    private CompletionStage<Void> heard(Partition partition, Commit commit) {
        return lane(partition).map(lane -> lane.inbox().hear(commit)).orElseGet(() -> stray(partition));
    }

    /** Nobody will ever come for it, so it is let go: it would take the room of others. */
    private CompletionStage<Void> stray(Partition partition) {
        if (toldOfStrays.compareAndSet(false, true)) {
            LOG.warnf(
                    "%s hears of commits in %s, which its log does not have, and ignores them",
                    handler.name(), partition);
        }
        return CompletableFuture.completedStage(null);
    }

    private void poll() {
        try {
            CommitReader feed = feed();
            List<Long> heads = feed.heads();
            for (int number = 0; number < heads.size(); number++) {
                long head = heads.get(number);
                lane(feed.descriptor().partition(number))
                        .ifPresent(lane -> lane.inbox().seen(head));
            }
            outage.ended(POLL);
        } catch (RuntimeException e) {
            outage.began(POLL, e);
        }
    }
}
