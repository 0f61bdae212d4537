package dev.foldline.projections;

import dev.foldline.eventstore.Partition;
import dev.foldline.functions.Projection;
import dev.foldline.functions.runtime.CommitSubscriptions;
import dev.foldline.functions.runtime.Logs;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
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

    private final Map<String, ProjectionRunner<?, ?>> runners = new TreeMap<>();
    private final List<Thread> threads = new ArrayList<>();

    Projections(
            @Any Instance<Projection<?, ?>> projections,
            Logs logs,
            Schema schema,
            Checkpoints checkpoints,
            CommitSubscriptions subscriptions,
            MeterRegistry meters,
            @ConfigProperty(name = "foldline.projection.poll-interval", defaultValue = "2s") Duration pollInterval) {
        for (Projection<?, ?> projection : projections) {
            var runner = new ProjectionRunner<>(
                    projection,
                    logs,
                    schema,
                    checkpoints,
                    subscriptions,
                    new ProjectionMeters(meters, projection.name()),
                    pollInterval);
            if (runners.put(projection.name(), runner) != null) {
                throw new IllegalStateException("two projections are called '" + projection.name() + "'");
            }
        }
    }

    void start(@Observes StartupEvent event) {
        runners.forEach((name, runner) ->
                threads.add(Thread.ofVirtual().name("projection " + name).start(runner)));
    }

    @PreDestroy
    void stop() {
        threads.forEach(Thread::interrupt);
    }

    /** Has a projection of this process look at the log; nothing when it runs elsewhere. */
    void look(String projection, Partition partition) {
        ProjectionRunner<?, ?> runner = runners.get(projection);
        if (runner != null) {
            runner.look(partition);
        }
    }

    boolean areStarted() {
        return runners.values().stream().allMatch(ProjectionRunner::isStarted);
    }

    List<String> failures() {
        return runners.values().stream()
                .flatMap(runner -> runner.failures().stream())
                .toList();
    }
}
