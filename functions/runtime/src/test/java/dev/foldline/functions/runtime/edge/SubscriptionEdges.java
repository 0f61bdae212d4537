package dev.foldline.functions.runtime.edge;

import dev.foldline.functions.QueryOptions;
import dev.foldline.functions.Update;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.subscribe.LocalSubscriptions;
import java.time.Duration;
import java.util.concurrent.Flow;

/** A process's subscriptions, without the process. */
public final class SubscriptionEdges {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private SubscriptionEdges() {}

    /** For a process that answers queries. */
    public static SubscriptionEdge answering(FunctionCatalog catalog, LocalSubscriptions local) {
        return new SubscriptionEdge(
                catalog,
                local,
                (context, name, body, token, patience) -> {
                    throw new IllegalStateException("nobody else is asked");
                },
                TIMEOUT);
    }

    /** Subscribes at another process. */
    public static <R> Flow.Publisher<Update<R>> subscribe(
            FunctionCatalog catalog, RemoteStreams streams, Object query, Class<R> type, QueryOptions options) {
        return new RemoteSubscriptions(catalog, streams).subscribe(query, type, options);
    }
}
