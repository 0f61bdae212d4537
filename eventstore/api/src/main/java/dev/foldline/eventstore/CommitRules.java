package dev.foldline.eventstore;

import java.util.List;

/** What holds for every commit, stored or not yet. */
final class CommitRules {

    private CommitRules() {}

    static void check(String aggregateId, long version, List<EventData> events) {
        if (aggregateId.isEmpty() || aggregateId.length() > Aggregate.MAX_ID_LENGTH) {
            throw new IllegalArgumentException("an aggregate id has 1 to " + Aggregate.MAX_ID_LENGTH + " characters");
        }
        if (version < 0) {
            throw new IllegalArgumentException("an aggregate's version starts at 0, not " + version);
        }
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a commit has at least one event");
        }
    }
}
