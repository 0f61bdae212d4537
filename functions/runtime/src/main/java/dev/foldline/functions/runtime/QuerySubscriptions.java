package dev.foldline.functions.runtime;

import dev.foldline.functions.QueryOptions;
import dev.foldline.functions.Update;
import java.util.concurrent.Flow;

/** Subscribes to queries, wherever their handlers are. Thread-safe. */
public interface QuerySubscriptions {

    /** Subscribes as {@link dev.foldline.functions.QueryGateway#subscribe} does. */
    Flow.Publisher<? extends Update<?>> subscribe(Object query, Class<?> answerType, QueryOptions options);
}
