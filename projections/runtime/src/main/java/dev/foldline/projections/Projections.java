package dev.foldline.projections;

import dev.foldline.eventstore.Partition;
import dev.foldline.functions.Projection;
import dev.foldline.functions.runtime.ActiveHandlers;
import dev.foldline.functions.runtime.CommitSubscriptions;
import dev.foldline.functions.runtime.follow.EventHandler;
import dev.foldline.functions.runtime.follow.Feeds;
import dev.foldline.functions.runtime.follow.Follower;
import dev.foldline.functions.runtime.follow.Followers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The projections of this process. None, in a process that only reads them. */
@Singleton
final class Projections {

    private final Followers followers = new Followers("projection");

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
            followers.add(projection.name(), follower);
        }
    }

    static EventHandler handler(Projection<?, ?> projection) {
        return new EventHandler(
                "projection", projection.name(), projection.name(), projection.source(), projection.ordering());
    }

    void start(@Observes StartupEvent event) {
        followers.start();
    }

    /** Before the database's connections are closed. */
    void stop(@Observes ShutdownEvent event) {
        followers.stop();
    }

    /** Has a projection of this process look at the log; nothing when it runs elsewhere. */
    void look(String projection, Partition partition) {
        followers.find(projection).ifPresent(follower -> follower.look(partition));
    }

    boolean areStarted() {
        return followers.areStarted();
    }

    List<String> failures() {
        return followers.failures();
    }
}
