package dev.foldline.functions.runtime.http;

import dev.foldline.functions.runtime.edge.Problem;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads requests of HTTP. */
final class HttpRequests {

    private HttpRequests() {}

    /** The body; empty when there is none. */
    static byte[] body(RoutingContext context) {
        return context.body().buffer() == null
                ? new byte[0]
                : context.body().buffer().getBytes();
    }

    /** The parameters by name. One that is there twice is refused with a problem, and there is nothing to go on with. */
    static Optional<Map<String, String>> parameters(RoutingContext context) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, String> parameter : context.queryParams()) {
            if (parameters.put(parameter.getKey(), parameter.getValue()) != null) {
                String detail = "parameter '" + parameter.getKey() + "' is there twice";
                HttpReplies.send(
                        context, Problem.of(400, "malformed-body", detail).reply());
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
