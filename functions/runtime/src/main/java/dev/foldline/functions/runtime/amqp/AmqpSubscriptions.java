package dev.foldline.functions.runtime.amqp;

import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.amqp.AmqpInbox.Outcome;
import dev.foldline.functions.runtime.edge.Reply;
import dev.foldline.functions.runtime.edge.SubscriptionEdge;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions over AMQP: a query with the application property {@value #SUBSCRIBE} is answered again and again until it
 * expires, {@link #LONGEST_LEASE} from now at the latest, and then by a last message of status 204. Whoever wants more asks
 * again, with the token of the last answer. So nobody has to be told that a subscriber has gone.
 */
@Singleton
final class AmqpSubscriptions {

    /** Tells a subscription from a query. */
    static final String SUBSCRIBE = "Subscribe";

    static final Duration LONGEST_LEASE = Duration.ofSeconds(30);

    private final SubscriptionEdge edge;
    private final AmqpReplies replies;

    AmqpSubscriptions(SubscriptionEdge edge, AmqpReplies replies) {
        this.edge = edge;
        this.replies = replies;
    }

    static boolean isSubscription(AmqpRequest request) {
        return Boolean.parseBoolean(request.headers().get(SUBSCRIBE));
    }

    /** Begins a subscription. On the broker connection's event loop. */
    Future<Outcome> take(FunctionCatalog.Entry entry, AmqpRequest request) {
        Duration lease = request.patience(LONGEST_LEASE);
        if (request.wantsReply() && lease.isPositive()) {
            @Nullable String token = request.headers().get(Reply.CONSISTENCY_TOKEN);
            var stream = new LeasedReplies(Vertx.currentContext(), replies, request, lease);
            edge.subscribe(entry.context(), entry.name(), request.body(), token == null ? "" : token, lease)
                    .subscribe(stream);
        }
        return Future.succeededFuture(Outcome.ACCEPT);
    }
}
