package dev.foldline.functions.runtime;

import dev.foldline.functions.EventSource;

/** Subscribes to announced commits. Thread-safe. */
public interface CommitSubscriptions {

    /**
     * Subscribes a logical handler: all instances of that name share one durable queue. Returns at once; while the broker is
     * away the subscription waits for it.
     *
     * @param source whose commits are announced
     * @param handler the handler's name among those who follow the source: kebab case, parts of it joined by dots
     */
    void subscribe(EventSource<?> source, String handler, CommitListener listener);
}
