package dev.foldline.functions.runtime.policy;

import dev.foldline.eventstore.Commit;
import dev.foldline.functions.Policy;
import dev.foldline.functions.runtime.CommitListener;
import dev.foldline.functions.runtime.follow.Follower;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A process that runs one policy. Closing it is as good as killing it: nothing is finished. */
final class PolicyProcess implements AutoCloseable {

    /** For one that does not look by itself, but once at its start. */
    static final Duration NEVER = Duration.ofHours(1);

    static final Duration OFTEN = Duration.ofMillis(50);

    private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(30);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CompletableFuture<CommitListener> listener = new CompletableFuture<>();
    private final Casino casino;
    private final Follower follower;
    private final Thread thread;

    private PolicyProcess(Casino casino, Policy<?> policy, Gateway gateway, Duration pollInterval) {
        this.casino = casino;
        var target = Policies.target(
                policy,
                source -> casino.log(),
                casino.checkpoints(),
                new PolicyCommands(gateway, COMMAND_TIMEOUT),
                (commandId, cause, step, reaction) -> {},
                meters);
        follower = new Follower(
                Policies.handler(policy),
                target,
                source -> casino.log(),
                (source, handler, one) -> listener.complete(one),
                meters,
                pollInterval);
        thread = Thread.ofVirtual().start(follower);
    }

    static PolicyProcess start(Casino casino, Policy<?> policy, Gateway gateway, Duration pollInterval) {
        return new PolicyProcess(casino, policy, gateway, pollInterval);
    }

    CompletableFuture<Void> announce(int partition, Commit commit) {
        return listener.thenCompose(one -> one.heard(casino.log().descriptor().partition(partition), commit));
    }

    boolean isStarted() {
        return follower.isStarted();
    }

    List<String> failures() {
        return follower.failures();
    }

    /** The counter of this name. */
    double count(String name) {
        return meters.find("foldline.policy." + name).counters().stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
