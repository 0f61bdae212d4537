package dev.foldline.functions.runtime.http;

import dev.foldline.functions.runtime.edge.FeedEdge;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/** Serves {@code GET /<context>/feeds/<stream>}: published events, for whoever wants to read them from the start. */
@Singleton
final class FeedRoute {

    private static final String FEEDS = "/:context/feeds/:stream";

    private final FeedEdge edge;

    FeedRoute(FeedEdge edge) {
        this.edge = edge;
    }

    void install(@Observes Router router) {
        router.get(FEEDS).handler(this::read).failureHandler(HttpReplies::failed);
        router.route(FEEDS).handler(context -> HttpRoutes.refuseMethod(context, HttpMethod.GET));
    }

    private void read(RoutingContext context) {
        HttpRequests.parameters(context).ifPresent(parameters -> read(context, parameters));
    }

    private void read(RoutingContext context, Map<String, String> parameters) {
        edge.read(context.pathParam("context"), context.pathParam("stream"), parameters)
                .whenComplete((reply, fault) -> HttpReplies.send(context, reply, fault));
    }
}
