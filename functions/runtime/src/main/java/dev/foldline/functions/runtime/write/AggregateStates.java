package dev.foldline.functions.runtime.write;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.LogReader;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.functions.Decider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The states of one partition's aggregates as far as the log has them: cached, or folded from it. For one thread. */
final class AggregateStates<S, E> {

    private final Decider<?, S, E> decider;
    private final EventCodec<E> codec;
    private final LogReader log;
    private final Cache<String, Versioned<S>> cache;

    AggregateStates(Decider<?, S, E> decider, EventCodec<E> codec, LogReader log, long size) {
        this.decider = decider;
        this.codec = codec;
        this.log = log;
        this.cache =
                Caffeine.newBuilder().maximumSize(size).executor(Runnable::run).build();
    }

    /** The state that is cached, or what the log's events add up to. */
    Versioned<S> get(String aggregateId) {
        Versioned<S> cached = cache.getIfPresent(aggregateId);
        if (cached != null) {
            return cached;
        }
        Versioned<S> folded = new Versioned<>(0, decider.initial());
        for (Commit commit : log.load(aggregateId, 0)) {
            folded = fold(folded, commit);
        }
        cache.put(aggregateId, folded);
        return folded;
    }

    /** The state after these events. */
    Versioned<S> evolve(Versioned<S> before, List<E> events) {
        S state = before.state();
        for (E event : events) {
            state = decider.evolve(state, event);
        }
        return new Versioned<>(before.version() + events.size(), state);
    }

    /** Remembers what was just appended. */
    void put(String aggregateId, Versioned<S> state) {
        cache.put(aggregateId, state);
    }

    /** Takes in a commit that somebody else made. */
    void hear(Commit commit) {
        @Nullable Versioned<S> cached = cache.getIfPresent(commit.aggregateId());
        if (cached == null || cached.version() >= commit.nextVersion()) {
            return;
        }
        try {
            cache.put(commit.aggregateId(), fold(cached, commit));
        } catch (RuntimeException e) {
            // Whoever asks for this aggregate next loads it, and is told then why it cannot be read.
            cache.invalidate(commit.aggregateId());
        }
    }

    void forgetAll() {
        cache.invalidateAll();
    }

    private Versioned<S> fold(Versioned<S> before, Commit commit) {
        if (before.version() != commit.version()) {
            throw new IllegalStateException("commit " + commit.position() + " of aggregate " + commit.aggregateId()
                    + " follows version " + commit.version() + ", not " + before.version());
        }
        S state = before.state();
        for (EventData data : commit.events()) {
            state = decider.evolve(state, codec.decode(data));
        }
        return new Versioned<>(commit.nextVersion(), state);
    }
}
