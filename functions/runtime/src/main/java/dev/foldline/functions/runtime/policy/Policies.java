package dev.foldline.functions.runtime.policy;

import dev.foldline.eventstore.CheckpointStore;
import dev.foldline.eventstore.DeadlineStore;
import dev.foldline.functions.CommandGateway;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.Policy;
import dev.foldline.functions.runtime.ActiveHandlers;
import dev.foldline.functions.runtime.CommitSubscriptions;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.follow.Feeds;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The policies of this process; often none. */
@Singleton
final class Policies {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    private final Map<String, RunningPolicy<?>> running = new TreeMap<>();

    Policies(
            @Any Instance<Policy<?>> policies,
            ActiveHandlers active,
            Feeds feeds,
            CommitSubscriptions subscriptions,
            Instance<CheckpointStore> checkpoints,
            Instance<DeadlineStore> deadlines,
            WakeUps wakeUps,
            CommandGateway gateway,
            FunctionCatalog catalog,
            MeterRegistry meters,
            @ConfigProperty(name = "foldline.policy.poll-interval", defaultValue = "2s") Duration pollInterval,
            @ConfigProperty(name = "foldline.policy.command-timeout", defaultValue = "5s") Duration commandTimeout,
            @ConfigProperty(name = "foldline.policy.deadline-interval", defaultValue = "5s")
                    Duration deadlineInterval) {
        List<Policy<?>> here = active.of(policies).toList();
        if (here.isEmpty()) {
            return;
        }
        var platform = new PolicyPlatform(
                feeds,
                subscriptions,
                checkpoints.get(),
                deadlines.isResolvable() ? deadlines.get() : null,
                wakeUps,
                gateway,
                commandTypes(catalog),
                meters,
                InstantSource.system(),
                new PolicyPlatform.Settings(pollInterval, commandTimeout, deadlineInterval));
        here.forEach(policy -> add(policy, platform));
    }

    private static List<? extends Class<?>> commandTypes(FunctionCatalog catalog) {
        return Stream.<Class<?>>concat(
                        catalog.commands().stream().map(FunctionCatalog.Entry::message),
                        catalog.remoteCommands().stream().map(FunctionCatalog.RemoteEntry::message))
                .toList();
    }

    private void add(Policy<?> policy, PolicyPlatform platform) {
        requireFit(policy);
        String name = RunningPolicy.name(policy);
        if (running.put(name, new RunningPolicy<>(policy, platform)) != null) {
            throw new IllegalStateException("two policies are called '" + name + "'");
        }
    }

    /** @throws IllegalStateException the policy is not as it must be */
    static void requireFit(Policy<?> policy) {
        requireName(policy, policy.context());
        requireName(policy, policy.name());
        EventSource<?> source = policy.source();
        if (!source.published() && !source.context().equals(policy.context())) {
            throw new IllegalStateException(RunningPolicy.name(policy) + " follows stored events of '"
                    + source.context() + "', which are private to that context: follow what it publishes");
        }
    }

    private static void requireName(Policy<?> policy, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalStateException(
                    policy.getClass().getName() + " needs a context and a name in kebab case, not '" + name + "'");
        }
    }

    void start(@Observes StartupEvent event) {
        running.values().forEach(RunningPolicy::start);
    }

    /** Before the connections are closed that policies use. */
    void stop(@Observes ShutdownEvent event) {
        running.values().forEach(RunningPolicy::stop);
    }

    boolean areStarted() {
        return running.values().stream().allMatch(RunningPolicy::isStarted);
    }

    List<String> failures() {
        return running.values().stream()
                .flatMap(policy -> policy.failures().stream())
                .toList();
    }
}
