package dev.foldline.projections;

import dev.foldline.eventstore.Partition;
import dev.foldline.functions.Projection;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The projections of this process. None, in a process that only reads them. */
@Singleton
final class Projections {

    private final Map<String, Follower> followers = new TreeMap<>();
    private final List<Thread> threads = new ArrayList<>();

    Projections(
            @Any Instance<Projection<?, ?>> projections,
            ActiveHandlers active,
            Feeds feeds,
            Schema schema,
            Checkpoints checkpoints,
            CommitSubscriptions subscriptions,
            MeterRegistry meters,
            @ConfigProperty(name = "foldline.projection.poll-interval", defaultValue = "2s") Duration pollInterval) {
        for (Projection<?, ?> projection : active.of(projections).toList()) {
            var follower = new Follower(
                    handler(projection),
                    new ProjectionTarget<>(projection, schema, checkpoints),
                    feeds,
                    subscriptions,
                    meters,
                    pollInterval);
            if (followers.put(projection.name(), follower) != null) {
                throw new IllegalStateException("two projections are called '" + projection.name() + "'");
            }
        }
    }

    static EventHandler handler(Projection<?, ?> projection) {
        return new EventHandler(
                "projection", projection.name(), projection.name(), projection.source(), projection.ordering());
    }

    void start(@Observes StartupEvent event) {
        followers.forEach((name, follower) ->
                threads.add(Thread.ofVirtual().name("projection " + name).start(follower)));
    }

    /** Before the database's connections are closed. */
    void stop(@Observes ShutdownEvent event) {
        threads.forEach(Thread::interrupt);
    }

    /** Has a projection of this process look at the log; nothing when it runs elsewhere. */
    void look(String projection, Partition partition) {
        Follower follower = followers.get(projection);
        if (follower != null) {
            follower.look(partition);
        }
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
