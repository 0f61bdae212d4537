package dev.foldline.functions.runtime.policy;

import dev.foldline.eventstore.CheckpointStore;
import dev.foldline.functions.CommandGateway;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.Policy;
import dev.foldline.functions.runtime.ActiveHandlers;
import dev.foldline.functions.runtime.CommitSubscriptions;
import dev.foldline.functions.runtime.follow.EventHandler;
import dev.foldline.functions.runtime.follow.Feeds;
import dev.foldline.functions.runtime.follow.Follower;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The policies of this process; often none. */
@Singleton
final class Policies {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    private static final DeadlineScheduler NO_DEADLINES = (commandId, cause, step, reaction) -> {
        throw new IllegalArgumentException("deadlines cannot be kept yet");
    };

    private final Map<String, Follower> followers = new TreeMap<>();
    private final List<Thread> threads = new ArrayList<>();

    Policies(
            @Any Instance<Policy<?>> policies,
            ActiveHandlers active,
            Feeds feeds,
            Instance<CheckpointStore> checkpoints,
            CommandGateway gateway,
            CommitSubscriptions subscriptions,
            MeterRegistry meters,
            @ConfigProperty(name = "foldline.policy.poll-interval", defaultValue = "2s") Duration pollInterval,
            @ConfigProperty(name = "foldline.policy.command-timeout", defaultValue = "5s") Duration commandTimeout) {
        var commands = new PolicyCommands(gateway, commandTimeout);
        for (Policy<?> policy : active.of(policies).toList()) {
            var target = target(policy, feeds, checkpoints.get(), commands, NO_DEADLINES, meters);
            add(policy, new Follower(handler(policy), target, feeds, subscriptions, meters, pollInterval));
        }
    }

    static <E> PolicyTarget<E> target(
            Policy<E> policy,
            Feeds feeds,
            CheckpointStore checkpoints,
            PolicyCommands commands,
            DeadlineScheduler deadlines,
            MeterRegistry meters) {
        var reactor = new Reactor<>(policy, commands, deadlines, new Refusals(meters, name(policy)));
        return new PolicyTarget<>(policy, feeds, checkpoints, reactor);
    }

    private void add(Policy<?> policy, Follower follower) {
        requireName(policy, policy.context());
        requireName(policy, policy.name());
        requireOwnSource(policy);
        if (followers.put(name(policy), follower) != null) {
            throw new IllegalStateException("two policies are called '" + name(policy) + "'");
        }
    }

    private static void requireOwnSource(Policy<?> policy) {
        EventSource<?> source = policy.source();
        if (!source.published() && !source.context().equals(policy.context())) {
            throw new IllegalStateException(name(policy) + " follows stored events of '" + source.context()
                    + "', which are private to it: follow what it publishes");
        }
    }

    /** The policy's name in the whole platform, e.g. {@code jackpot/contribute}. */
    static String name(Policy<?> policy) {
        return policy.context() + "/" + policy.name();
    }

    private static void requireName(Policy<?> policy, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalStateException(
                    policy.getClass().getName() + " needs a context and a name in kebab case, not '" + name + "'");
        }
    }

    /** Others of the same name may follow the same events: projections, and policies of other contexts. */
    static EventHandler handler(Policy<?> policy) {
        return new EventHandler(
                "policy",
                name(policy),
                policy.context() + ".policy." + policy.name(),
                policy.source(),
                policy.ordering());
    }

    void start(@Observes StartupEvent event) {
        followers.forEach((name, follower) ->
                threads.add(Thread.ofVirtual().name("policy " + name).start(follower)));
    }

    void stop(@Observes ShutdownEvent event) {
        threads.forEach(Thread::interrupt);
    }

    boolean areStarted() {
        return followers.values().stream().allMatch(Follower::isStarted);
    }

    List<String> failures() {
        return followers.values().stream()
                .flatMap(follower -> follower.failures().stream())
                .toList();
    }
}
