package dev.foldline.eventstore;

import java.util.List;

/** What holds for every commit, stored or not yet. */
final class CommitRules {

    private CommitRules() {}

    static void check(String aggregateId, long version, List<EventData> events) {
        Aggregate.requireId(aggregateId);
        if (version < 0) {
            throw new IllegalArgumentException("an aggregate's version starts at 0, not " + version);
        }
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a commit has at least one event");
        }
    }
}
