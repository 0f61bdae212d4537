package dev.foldline.functions.runtime.write;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.foldline.eventstore.Commit;
import dev.foldline.functions.Decider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The states of one partition's aggregates as far as the log has them: cached, or loaded from it. For one thread. */
final class AggregateStates<S, E> {

    private final Decider<?, S, E> decider;
    private final StateLoader<S, E> loader;
    private final StateSnapshots<S> snapshots;
    private final Cache<String, Versioned<S>> cache;

    AggregateStates(Decider<?, S, E> decider, StateLoader<S, E> loader, StateSnapshots<S> snapshots, long size) {
        this.decider = decider;
        this.loader = loader;
        this.snapshots = snapshots;
        this.cache =
                Caffeine.newBuilder().maximumSize(size).executor(Runnable::run).build();
    }

    /** The state that is cached, or what the log's events add up to. */
    Versioned<S> get(String aggregateId) {
        Versioned<S> cached = cache.getIfPresent(aggregateId);
        if (cached != null) {
            return cached;
        }
        Versioned<S> loaded = loader.load(aggregateId);
        cache.put(aggregateId, loaded);
        return loaded;
    }

    /** The state after these events. */
    Versioned<S> evolve(Versioned<S> before, List<E> events) {
        S state = before.state();
        for (E event : events) {
            state = decider.evolve(state, event);
        }
        return before.then(events.size(), state);
    }

    /** Remembers what was just appended. */
    void put(Commit commit, Versioned<S> after) {
        Versioned<S> cached = cache.getIfPresent(commit.aggregateId());
        // It was evolved before a commit of the same group may have been the occasion for a snapshot.
        Versioned<S> state = cached == null ? after : after.withSnapshotAt(cached.snapshotVersion());
        cache.put(commit.aggregateId(), snapshots.take(commit, state));
    }

    /** Takes in a commit that somebody else made. */
    void hear(Commit commit) {
        @Nullable Versioned<S> cached = cache.getIfPresent(commit.aggregateId());
        if (cached == null || cached.version() >= commit.nextVersion()) {
            return;
        }
        try {
            cache.put(commit.aggregateId(), loader.fold(cached, commit));
        } catch (RuntimeException e) {
            // Whoever asks for this aggregate next loads it, and is told then why it cannot be read.
            cache.invalidate(commit.aggregateId());
        }
    }

    void forgetAll() {
        cache.invalidateAll();
    }
}
