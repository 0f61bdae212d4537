package dev.foldline.functions.runtime.write;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;

/** What it takes to load the states of an aggregate type, in numbers. Thread-safe. */
final class FoldMeters {

    private final MeterRegistry registry;
    private final String aggregateType;
    private final DistributionSummary folded;

    FoldMeters(MeterRegistry registry, String aggregateType) {
        this.registry = registry;
        this.aggregateType = aggregateType;
        this.folded = registry.summary("foldline.log.fold.events", "aggregate", aggregateType);
    }

    /** A state was loaded, and this many events were folded for it. */
    void folded(long events) {
        folded.record((double) events);
    }

    /** What became of a snapshot: found, missing, refused, written, dropped or failed. */
    void snapshot(String outcome) {
        registry.counter("foldline.log.snapshots", "aggregate", aggregateType, "outcome", outcome)
                .increment();
    }
}
