package dev.foldline.functions.runtime.http;

import dev.foldline.functions.runtime.edge.Problem;
import dev.foldline.functions.runtime.edge.Reply;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes replies to HTTP. */
final class HttpReplies {

    /** Where a request's handler leaves the largest body in bytes, for whoever is told that it was too large. */
    static final String BODY_LIMIT = "body-limit";

    private static final Logger LOG = Logger.getLogger(HttpReplies.class);

    private HttpReplies() {}

    /** Sends the reply; may be called on any thread. */
    static void send(RoutingContext context, Reply reply) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(reply.status());
        if (!reply.contentType().isEmpty()) {
            response.putHeader("Content-Type", reply.contentType());
        }
        reply.headers().forEach((name, value) -> {
            if (!value.isEmpty()) {
                response.putHeader(name, value);
            }
        });
        response.end(Buffer.buffer(reply.body()));
    }

    /** Sends the reply, or fails the request when there is none. */
    static void send(RoutingContext context, @Nullable Reply reply, @Nullable Throwable fault) {
        if (reply != null) {
            send(context, reply);
        } else {
            context.fail(fault);
        }
    }

    /** A route failed before its handler could answer. */
    static void failed(RoutingContext context) {
        if (context.statusCode() == 413) {
            // What is left of the body is not read, so the connection cannot serve another request.
            context.response().putHeader("Connection", "close");
            String detail = "a body sent here has at most " + context.<Integer>get(BODY_LIMIT) + " bytes";
            send(context, Problem.of(413, "body-too-large", detail).reply());
            return;
        }
        int status = context.statusCode() >= 400 ? context.statusCode() : 500;
        if (status < 500) {
            send(
                    context,
                    Problem.of(status, "bad-request", "the request cannot be read")
                            .reply());
            return;
        }
        LOG.error("A request failed in a way it should not", context.failure());
        send(
                context,
                Problem.of(500, "internal-error", "something went wrong here, not with the request")
                        .reply());
    }

    static void notFound(RoutingContext context) {
        String detail = "there is nothing at this path; commands are at /<context>/commands/<name>, queries at"
                + " /<context>/queries/<name>";
        send(context, Problem.of(404, "not-found", detail).reply());
    }

    static boolean isJson(HttpServerRequest request) {
        @Nullable String type = request.getHeader("Content-Type");
        if (type == null) {
            return false;
        }
        int parameters = type.indexOf(';');
        String bare =
                (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
        return bare.equals("application/json");
    }
}
