package dev.foldline.functions.runtime.follow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The followers of one kind of handler in this process; often none. Set up by one thread, then thread-safe. */
public final class Followers {

    private final String kind;
    private final Map<String, Follower> byName = new TreeMap<>();
    private final List<Thread> threads = new ArrayList<>();

    /** @param kind names their threads, e.g. {@code projection} */
    public Followers(String kind) {
        this.kind = kind;
    }

    /**
     * Adds one.
     *
     * @param name the handler's name
     * @throws IllegalStateException there is one of this name
     */
    public void add(String name, Follower follower) {
        if (byName.put(name, follower) != null) {
            throw new IllegalStateException("two " + kind + "s are called '" + name + "'");
        }
    }

    /** The one of this name. */
    public Optional<Follower> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Starts all, each on a thread of its own. */
    public void start() {
        byName.forEach((name, follower) ->
                threads.add(Thread.ofVirtual().name(kind + " " + name).start(follower)));
    }

    /** Ends all. */
    public void stop() {
        threads.forEach(Thread::interrupt);
    }

    /** Whether each has found what it follows. */
    public boolean areStarted() {
        return byName.values().stream().allMatch(Follower::isStarted);
    }

    /** Why some stand still; empty while none does. */
    public List<String> failures() {
        return byName.values().stream()
                .flatMap(follower -> follower.failures().stream())
                .toList();
    }
}
