package dev.foldline.functions.runtime.follow;

import dev.foldline.eventstore.Commit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;

/** What a handler does, in numbers. Thread-safe. */
final class FollowMeters {

    private final MeterRegistry registry;
    private final String prefix;
    private final Tags tags;
    private final Counter events;
    private final DistributionSummary batches;

    FollowMeters(MeterRegistry registry, EventHandler handler) {
        this.registry = registry;
        prefix = "foldline." + handler.kind();
        tags = Tags.of(handler.kind(), handler.name());
        events = registry.counter(prefix + ".events", tags);
        batches = registry.summary(prefix + ".batch", tags);
    }

    /** From now on it is measured how far the partition is. */
    void follow(Lane lane) {
        Tags ofPartition = tags.and("partition", lane.partition().toString());
        registry.gauge(prefix + ".position", ofPartition, lane.inbox(), Inbox::position);
        registry.gauge(prefix + ".lag", ofPartition, lane.inbox(), Inbox::lag);
    }

    /** The commits were applied. */
    void applied(List<Commit> commits) {
        events.increment(
                commits.stream().mapToInt(commit -> commit.events().size()).sum());
        batches.record(commits.size());
    }
}
