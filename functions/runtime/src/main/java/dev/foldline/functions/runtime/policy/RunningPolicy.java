package dev.foldline.functions.runtime.policy;

import dev.foldline.eventstore.CheckpointStore.Checkpoint;
import dev.foldline.eventstore.DeadlineStore;
import dev.foldline.eventstore.DeadlineStore.Owner;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.Policy;
import dev.foldline.functions.runtime.follow.EventHandler;
import dev.foldline.functions.runtime.follow.Follower;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One policy of this process: it follows its events, and sends what is due. */
final class RunningPolicy<E> {

    private final Policy<E> policy;
    private final PolicyPlatform platform;
    private final Owner owner;
    private final StoredCommands stored;
    private final PolicyCommands commands;
    private final Refusals refusals;
    private final Follower follower;
    private final List<Thread> threads = new ArrayList<>();

    RunningPolicy(Policy<E> policy, PolicyPlatform platform) {
        this.policy = policy;
        this.platform = platform;
        owner = new Owner(policy.context(), policy.name());
        stored = new StoredCommands(platform.commandTypes());
        commands = new PolicyCommands(platform.gateway(), platform.settings().commandTimeout());
        refusals = new Refusals(platform.meters(), name(policy));
        var reactor = new Reactor<>(policy, commands, scheduler(), refusals);
        follower = new Follower(
                handler(policy),
                new PolicyTarget<>(policy, platform.feeds(), platform.checkpoints(), reactor),
                platform.feeds(),
                platform.subscriptions(),
                platform.meters(),
                platform.settings().pollInterval());
    }

    /** The policy's name in the whole platform, e.g. {@code jackpot/contribute}. */
    static String name(Policy<?> policy) {
        return policy.context() + "/" + policy.name();
    }

    /** Others of the same name may follow the same events: projections, and policies of other contexts. */
    private static EventHandler handler(Policy<?> policy) {
        return new EventHandler(
                "policy",
                name(policy),
                policy.context() + ".policy." + policy.name(),
                policy.source(),
                policy.ordering());
    }

    private DeadlineScheduler scheduler() {
        DeadlineStore deadlines = platform.deadlines();
        if (deadlines == null) {
            return (commandId, cause, step, reaction) -> {
                throw new IllegalArgumentException("there is no deadline store in this application");
            };
        }
        return new DeadlineKeeper(owner, deadlines, stored, platform.wakeUps());
    }

    void start() {
        threads.add(Thread.ofVirtual().name("policy " + name(policy)).start(follower));
        DeadlineStore deadlines = platform.deadlines();
        if (deadlines != null) {
            var alarm = new Alarm(platform.clock(), platform.settings().deadlineInterval());
            var sender = new DeadlineSender(owner, deadlines, stored, commands, refusals, platform, alarm);
            var runner = new DeadlineRunner(owner, deadlines, sender, platform.clock(), this::reached, alarm);
            threads.add(Thread.ofVirtual().name("deadlines " + name(policy)).start(runner));
            platform.wakeUps().listen(owner.context(), owner.policy(), alarm);
        }
    }

    void stop() {
        threads.forEach(Thread::interrupt);
    }

    boolean isStarted() {
        return follower.isStarted();
    }

    List<String> failures() {
        return follower.failures();
    }

    private Map<Partition, Long> reached() {
        LogDescriptor log = platform.feeds().feed(policy.source()).descriptor();
        Map<Partition, Long> reached = new HashMap<>();
        for (int number = 0; number < log.partitions(); number++) {
            Partition partition = log.partition(number);
            platform.checkpoints()
                    .find(policy.context(), policy.name(), partition)
                    .map(Checkpoint::position)
                    .ifPresent(position -> reached.put(partition, position));
        }
        return reached;
    }
}
