package dev.foldline.functions.runtime.subscribe;

import dev.foldline.functions.Update;
import dev.foldline.functions.runtime.RowChanges;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The topics that are answered from one projection. Its changes are listened to while there are any. Thread-safe. */
final class ProjectionTopics implements RowChanges.Listener {

    private final String projection;
    private final RowChanges changes;
    private final Map<Object, Topic> byQuery = new HashMap<>();
    private final Map<String, Set<Topic>> byRow = new HashMap<>();
    private final Set<Topic> ofAnyRow = new HashSet<>();
    private Runnable listening = () -> {};

    ProjectionTopics(String projection, RowChanges changes) {
        this.projection = projection;
        this.changes = changes;
    }

    /**
     * Adds a subscriber to the topic of its query until it ends.
     *
     * @param rowId the row that the answer is made of; empty when it may be any
     * @param topic makes the topic when there is none
     */
    void join(Object query, Optional<String> rowId, Supplier<Topic> topic, Latest<Update<Object>> subscriber) {
        synchronized (this) {
            if (byQuery.isEmpty()) {
                listening = changes.listen(projection, this);
            }
            byQuery.computeIfAbsent(query, missing -> index(rowId, topic.get())).join(subscriber);
        }
        subscriber.whenEnded(() -> leave(query, rowId, subscriber));
    }

    private Topic index(Optional<String> rowId, Topic topic) {
        rowId.map(id -> byRow.computeIfAbsent(id, missing -> new HashSet<>()))
                .orElse(ofAnyRow)
                .add(topic);
        return topic;
    }

    private synchronized void leave(Object query, Optional<String> rowId, Latest<Update<Object>> subscriber) {
        Topic topic = byQuery.get(query);
        if (topic == null || !topic.leave(subscriber)) {
            return;
        }
        byQuery.remove(query);
        ofAnyRow.remove(topic);
        rowId.ifPresent(id -> byRow.computeIfPresent(id, (same, topics) -> {
            topics.remove(topic);
            return topics.isEmpty() ? null : topics;
        }));
        if (byQuery.isEmpty()) {
            listening.run();
        }
    }

    @Override
    public void changed(Set<String> rowIds) {
        List<Topic> concerned = new ArrayList<>();
        synchronized (this) {
            concerned.addAll(ofAnyRow);
            rowIds.forEach(id -> concerned.addAll(byRow.getOrDefault(id, Set.of())));
        }
        concerned.forEach(Topic::changed);
    }

    @Override
    public void anyChanged() {
        all().forEach(Topic::changed);
    }

    private synchronized Collection<Topic> all() {
        return List.copyOf(byQuery.values());
    }
}
