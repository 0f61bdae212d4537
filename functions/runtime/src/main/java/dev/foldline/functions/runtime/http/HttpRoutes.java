package dev.foldline.functions.runtime.http;

import dev.foldline.functions.runtime.edge.CommandEdge;
import dev.foldline.functions.runtime.edge.Headers;
import dev.foldline.functions.runtime.edge.Problem;
import dev.foldline.functions.runtime.edge.QueryEdge;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Serves {@code POST /<context>/commands/<name>} and {@code GET /<context>/queries/<name>}. */
@Singleton
final class HttpRoutes {

    /** The largest body of a command in bytes. */
    private static final int BODY_LIMIT = 64 * 1024;

    private static final String COMMANDS = "/:context/commands/:name";
    private static final String QUERIES = "/:context/queries/:name";

    /** After everything else that an application serves. */
    private static final int LAST = 1_000_000;

    private final CommandEdge commands;
    private final QueryEdge queries;
    private final EventStreams streams;

    HttpRoutes(CommandEdge commands, QueryEdge queries, EventStreams streams) {
        this.commands = commands;
        this.queries = queries;
        this.streams = streams;
    }

    void install(@Observes Router router) {
        router.post(COMMANDS).handler(this::checkCommand).failureHandler(HttpReplies::failed);
        router.post(COMMANDS)
                .handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT))
                .handler(this::command)
                .failureHandler(HttpReplies::failed);
        router.get(QUERIES).handler(this::query).failureHandler(HttpReplies::failed);
        router.route(COMMANDS).handler(context -> refuseMethod(context, HttpMethod.POST));
        router.route(QUERIES).handler(context -> refuseMethod(context, HttpMethod.GET));
        router.route().order(LAST).handler(HttpReplies::notFound);
    }

    /** Refuses what can be refused before the body is read. */
    private void checkCommand(RoutingContext context) {
        if (!commands.knows(context.pathParam("context"), context.pathParam("name"))) {
            command(context, new byte[0]);
        } else if (!HttpReplies.isJson(context.request())) {
            String detail = "a command's body is application/json";
            HttpReplies.send(
                    context, Problem.of(415, "unsupported-media-type", detail).reply());
        } else {
            context.put(HttpReplies.BODY_LIMIT, BODY_LIMIT).next();
        }
    }

    private void command(RoutingContext context) {
        command(context, HttpRequests.body(context));
    }

    private void command(RoutingContext context, byte[] body) {
        commands.send(
                        context.pathParam("context"),
                        context.pathParam("name"),
                        body,
                        headers(context),
                        commands.timeout())
                .whenComplete((reply, fault) -> HttpReplies.send(context, reply, fault));
    }

    private void query(RoutingContext context) {
        HttpRequests.parameters(context).ifPresent(parameters -> query(context, parameters));
    }

    private void query(RoutingContext context, Map<String, String> parameters) {
        if (EventStreams.isWanted(context)) {
            streams.open(context, parameters, headers(context));
            return;
        }
        queries.ask(context.pathParam("context"), context.pathParam("name"), parameters, headers(context))
                .whenComplete((reply, fault) -> HttpReplies.send(context, reply, fault));
    }

    /** A header that is there several times is one list; whatever takes no list will say so. */
    private static Headers headers(RoutingContext context) {
        return name -> {
            List<String> values = context.request().headers().getAll(name);
            return values.isEmpty() ? null : String.join(",", values);
        };
    }

    static void refuseMethod(RoutingContext context, HttpMethod allowed) {
        context.response().putHeader("Allow", allowed.name());
        HttpReplies.send(
                context,
                Problem.of(405, "method-not-allowed", "this path takes " + allowed.name() + " only")
                        .reply());
    }
}
