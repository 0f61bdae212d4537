package dev.foldline.functions.contracts.broker;

import dev.foldline.functions.EventSource;
import java.util.Set;

/**
 * A logical handler of events, with a durable queue of its own.
 *
 * @param source what it follows
 * @param queue its queue's name
 * @param roles the contexts whose functions it may run in
 */
public record EventFollower(EventSource<?> source, String queue, Set<String> roles) {

    public EventFollower {
        roles = Set.copyOf(roles);
    }
}
