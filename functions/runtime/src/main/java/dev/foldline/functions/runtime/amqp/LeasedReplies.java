package dev.foldline.functions.runtime.amqp;

import dev.foldline.functions.runtime.edge.Reply;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Flow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends the answers of one subscription for as long as its lease lasts, one at a time: the next is asked for once the broker
 * has taken the last. On the broker connection's event loop.
 */
final class LeasedReplies implements Flow.Subscriber<Reply> {

    private static final Logger LOG = Logger.getLogger(LeasedReplies.class);
    private static final Reply OVER = new Reply(204, "application/json", Map.of(), new byte[0]);

    private final Context context;
    private final AmqpReplies replies;
    private final AmqpRequest request;
    private final long endNanos;
    private Flow.@Nullable Subscription subscription;
    private final long timer;
    private boolean over;

    LeasedReplies(Context context, AmqpReplies replies, AmqpRequest request, Duration lease) {
        this.context = context;
        this.replies = replies;
        this.request = request;
        this.endNanos = System.nanoTime() + lease.toNanos();
        this.timer = context.owner()
                .setTimer(Math.max(1, lease.toMillis()), ignored -> context.runOnContext(now -> expired()));
    }

    @Override
    public void onSubscribe(Flow.Subscription fresh) {
        subscription = fresh;
        fresh.request(1);
    }

    @Override
    public void onNext(Reply reply) {
        context.runOnContext(ignored -> {
            if (!over) {
                send(reply).onSuccess(sent -> askForMore()).onFailure(cause -> end());
            }
        });
    }

    @Override
    public void onError(Throwable fault) {
        LOG.error("A subscription failed in a way it should not", fault);
        context.runOnContext(ignored -> end());
    }

    @Override
    public void onComplete() {
        context.runOnContext(ignored -> end());
    }

    private Future<Void> send(Reply reply) {
        return replies.send(request, reply, Duration.ofNanos(endNanos - System.nanoTime()));
    }

    private void askForMore() {
        Flow.Subscription current = subscription;
        if (!over && current != null) {
            current.request(1);
        }
    }

    private void expired() {
        if (!over) {
            end();
            replies.send(request, OVER, AmqpSubscriptions.LONGEST_LEASE);
        }
    }

    private void end() {
        over = true;
        context.owner().cancelTimer(timer);
        Flow.Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
    }
}
