package dev.foldline.functions.runtime.edge;

import org.jspecify.annotations.Nullable;

/** What comes with a message besides its body: HTTP headers or AMQP application properties. */
@FunctionalInterface
public interface Headers {

    /** No headers at all. */
    Headers NONE = name -> null;

    /** The value of that name; null when there is none. */
    @Nullable
    String get(String name);
}
