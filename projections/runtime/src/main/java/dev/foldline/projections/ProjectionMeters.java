package dev.foldline.projections;

import dev.foldline.eventstore.Partition;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/** What a projection does, in numbers. Thread-safe. */
final class ProjectionMeters {

    private final MeterRegistry registry;
    private final String projection;
    private final Counter events;
    private final DistributionSummary batches;

    ProjectionMeters(MeterRegistry registry, String projection) {
        this.registry = registry;
        this.projection = projection;
        events = registry.counter("foldline.projection.events", "projection", projection);
        batches = registry.summary("foldline.projection.batch", "projection", projection);
    }

    /** From now on it is measured how far the partition is. */
    void follow(Partition partition, Inbox inbox) {
        Tags tags = Tags.of("projection", projection, "partition", partition.toString());
        registry.gauge("foldline.projection.position", tags, inbox, Inbox::position);
        registry.gauge("foldline.projection.lag", tags, inbox, Inbox::lag);
    }

    /** The batch was applied. */
    void applied(Batch<?> batch) {
        events.increment(batch.events().size());
        batches.record((double) (batch.last() - batch.after()));
    }
}
