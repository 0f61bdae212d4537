package dev.foldline.functions.runtime.policy;

import dev.foldline.eventstore.Commit;
import dev.foldline.functions.Policy;
import dev.foldline.functions.runtime.CommitListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A process that runs one policy. Closing it is as good as killing it: nothing is finished. */
final class PolicyProcess implements AutoCloseable, WakeUps {

    /** For one that does not look by itself, but once at its start. */
    static final Duration NEVER = Duration.ofHours(1);

    static final Duration OFTEN = Duration.ofMillis(50);

    private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(30);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CompletableFuture<CommitListener> listener = new CompletableFuture<>();
    private final CompletableFuture<WakeUps.Listener> sleeper = new CompletableFuture<>();
    private final List<Instant> wakeUps = new CopyOnWriteArrayList<>();
    private final Casino casino;
    private final WatchedFeed feed;
    private final RunningPolicy<?> policy;

    private PolicyProcess(Casino casino, Policy<?> policy, Gateway gateway, InstantSource clock, Duration interval) {
        this.casino = casino;
        this.feed = new WatchedFeed(casino.log());
        var platform = new PolicyPlatform(
                source -> feed,
                (source, handler, one) -> listener.complete(one),
                casino.checkpoints(),
                casino.deadlines(),
                this,
                gateway,
                List.of(Bets.Contribute.class, Bets.Complain.class, Bets.Remind.class),
                meters,
                clock,
                new PolicyPlatform.Settings(interval, COMMAND_TIMEOUT, interval));
        this.policy = new RunningPolicy<>(policy, platform);
        this.policy.start();
    }

    static PolicyProcess start(Casino casino, Policy<?> policy, Gateway gateway, Duration interval) {
        return start(casino, policy, gateway, InstantSource.system(), interval);
    }

    static PolicyProcess start(
            Casino casino, Policy<?> policy, Gateway gateway, InstantSource clock, Duration interval) {
        return new PolicyProcess(casino, policy, gateway, clock, interval);
    }

    CompletableFuture<Void> announce(int partition, Commit commit) {
        return listener.thenCompose(one -> one.heard(casino.log().descriptor().partition(partition), commit));
    }

    /** The wake-ups that were asked for. */
    List<Instant> wakeUps() {
        return List.copyOf(wakeUps);
    }

    CompletionStage<Void> wake(Instant due) {
        return sleeper.thenCompose(one -> one.wake(due));
    }

    @Override
    public void wakeAt(String context, String name, Instant due) {
        wakeUps.add(due);
    }

    @Override
    public void listen(String context, String name, WakeUps.Listener one) {
        sleeper.complete(one);
    }

    /** Whether it has done what it found in the partition at its start, so that from now on it goes by what it hears. */
    boolean goesByWhatItHears(int partition) {
        return feed.isAtEnd(partition);
    }

    List<String> failures() {
        return policy.failures();
    }

    /** The counter of this name, whatever its tags. */
    double count(String name) {
        return meters.find("foldline.policy." + name).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Override
    public void close() {
        policy.stop();
    }
}
