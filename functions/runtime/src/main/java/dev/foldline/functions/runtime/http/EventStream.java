package dev.foldline.functions.runtime.http;

import dev.foldline.functions.runtime.edge.Reply;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Writes replies as server-sent events for as long as the client reads them: the next one is asked for once the client has
 * taken what was written. What goes wrong before the first answer is a reply as any other. On the request's event loop.
 */
final class EventStream implements Flow.Subscriber<Reply> {

    /** A client that has taken nothing for so many heartbeats has gone. */
    private static final int MOST_BEATS_UNREAD = 4;

    private final RoutingContext request;
    private final HttpServerResponse response;
    private final Vertx vertx;
    private final Context context;
    private final Duration heartbeat;
    private Flow.@Nullable Subscription subscription;
    private long timer = -1;
    private int beatsUnread;
    private boolean over;

    EventStream(RoutingContext request, Duration heartbeat) {
        this.request = request;
        this.response = request.response();
        this.vertx = request.vertx();
        this.context = vertx.getOrCreateContext();
        this.heartbeat = heartbeat;
    }

    @Override
    public void onSubscribe(Flow.Subscription fresh) {
        subscription = fresh;
        response.closeHandler(ignored -> end());
        response.exceptionHandler(ignored -> end());
        fresh.request(1);
    }

    @Override
    public void onNext(Reply reply) {
        context.runOnContext(ignored -> write(reply));
    }

    @Override
    public void onError(Throwable fault) {
        context.runOnContext(ignored -> {
            if (!response.headWritten()) {
                request.fail(fault);
            }
            close();
        });
    }

    @Override
    public void onComplete() {
        context.runOnContext(ignored -> close());
    }

    private void write(Reply reply) {
        if (over) {
            return;
        }
        if (reply.status() == 200) {
            begin();
            response.write(event(reply));
            next();
        } else if (!response.headWritten()) {
            end();
            HttpReplies.send(request, reply);
        } else {
            response.write("event: problem\n" + data(reply));
        }
    }

    private void begin() {
        if (!response.headWritten()) {
            response.setChunked(true)
                    .putHeader("Content-Type", EventStreams.EVENT_STREAM)
                    .putHeader("Cache-Control", "no-store");
            timer = vertx.setPeriodic(heartbeat.toMillis(), ignored -> context.runOnContext(now -> beat()));
        }
    }

    private void next() {
        if (response.writeQueueFull()) {
            response.drainHandler(ignored -> {
                beatsUnread = 0;
                request(1);
            });
        } else {
            request(1);
        }
    }

    /** A comment, which clients ignore: that it cannot be delivered tells that the client has gone. */
    private void beat() {
        if (over) {
            return;
        }
        if (!response.writeQueueFull()) {
            beatsUnread = 0;
            response.write(":\n\n");
        } else if (++beatsUnread >= MOST_BEATS_UNREAD) {
            end();
            response.reset();
        }
    }

    private void close() {
        if (!over) {
            end();
            if (response.headWritten() && !response.ended()) {
                response.end();
            }
        }
    }

    /** Frees everything. */
    private void end() {
        over = true;
        vertx.cancelTimer(timer);
        Flow.Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
    }

    private void request(int more) {
        Flow.Subscription current = subscription;
        if (current != null && !over) {
            current.request(more);
        }
    }

    private static String event(Reply reply) {
        String token = reply.headers().getOrDefault(Reply.CONSISTENCY_TOKEN, "");
        return (token.isEmpty() ? "" : "id: " + token + "\n") + data(reply);
    }

    private static String data(Reply reply) {
        String body = new String(reply.body(), StandardCharsets.UTF_8);
        return "data: " + body.replace("\n", "\ndata: ") + "\n\n";
    }
}
