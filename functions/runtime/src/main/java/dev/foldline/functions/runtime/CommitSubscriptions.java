package dev.foldline.functions.runtime;

/** Subscribes to announced commits. Thread-safe. */
public interface CommitSubscriptions {

    /**
     * Subscribes a logical handler: all instances of that name share one durable queue. Returns at once; while the broker is
     * away the subscription waits for it.
     *
     * @param context the bounded context, e.g. {@code wallet}
     * @param aggregateType the aggregate type whose commits are announced
     * @param handler the handler's name, in kebab case
     */
    void subscribe(String context, String aggregateType, String handler, CommitListener listener);
}
