package dev.foldline.projections;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;

/** What a projection does, in numbers. Thread-safe. */
final class ProjectionMeters {

    private final Counter events;
    private final DistributionSummary batches;

    ProjectionMeters(MeterRegistry registry, String projection) {
        events = registry.counter("foldline.projection.events", "projection", projection);
        batches = registry.summary("foldline.projection.batch", "projection", projection);
    }

    /** The batch was applied. */
    void applied(Batch<?> batch) {
        events.increment(batch.events().size());
        batches.record((double) (batch.last() - batch.after()));
    }
}
