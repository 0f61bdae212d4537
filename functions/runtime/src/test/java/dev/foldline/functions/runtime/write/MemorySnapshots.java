package dev.foldline.functions.runtime.write;

import dev.foldline.eventstore.SnapshotStore;
import dev.foldline.eventstore.StoreUnavailableException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Snapshots in memory, and a way to take them away. Thread-safe. */
final class MemorySnapshots implements SnapshotStore {

    final Map<Key, Snapshot> kept = new ConcurrentHashMap<>();
    volatile boolean away;

    @Override
    public Optional<Snapshot> find(Key key) {
        requireReachable();
        return Optional.ofNullable(kept.get(key));
    }

    @Override
    public void save(Key key, Snapshot snapshot) {
        requireReachable();
        kept.put(key, snapshot);
    }

    @Override
    public void remove(Key key, Origin origin) {
        requireReachable();
        kept.computeIfPresent(key, (same, snapshot) -> snapshot.origin().equals(origin) ? null : snapshot);
    }

    private void requireReachable() {
        if (away) {
            throw new StoreUnavailableException("the snapshots are away", null);
        }
    }
}
