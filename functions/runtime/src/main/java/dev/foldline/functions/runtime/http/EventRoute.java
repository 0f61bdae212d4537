package dev.foldline.functions.runtime.http;

import dev.foldline.functions.runtime.edge.EventEdge;
import dev.foldline.functions.runtime.edge.Problem;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Serves {@code POST /}: a CloudEvent for the event handlers of this process. */
@Singleton
final class EventRoute {

    /** The largest event in bytes. */
    private static final int BODY_LIMIT = 1024 * 1024;

    private final EventEdge edge;

    EventRoute(EventEdge edge) {
        this.edge = edge;
    }

    void install(@Observes Router router) {
        router.post("/").handler(context -> context.put(HttpReplies.BODY_LIMIT, BODY_LIMIT)
                .next());
        router.post("/")
                .handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT))
                .handler(this::receive)
                .failureHandler(HttpReplies::failed);
    }

    private void receive(RoutingContext context) {
        Map<String, String> headers = new TreeMap<>();
        context.request().headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        if (headers.getOrDefault("content-type", "").startsWith("application/cloudevents-batch")) {
            String detail = "events are sent one by one";
            HttpReplies.send(
                    context, Problem.of(415, "unsupported-media-type", detail).reply());
            return;
        }
        edge.receive(headers, HttpRequests.body(context))
                .whenComplete((reply, fault) -> HttpReplies.send(context, reply, fault));
    }
}
