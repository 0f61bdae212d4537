package dev.foldline.functions.runtime.http;

import dev.foldline.functions.runtime.edge.Headers;
import dev.foldline.functions.runtime.edge.Reply;
import dev.foldline.functions.runtime.edge.SubscriptionEdge;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Subscriptions over HTTP: a query that accepts {@code text/event-stream} is answered again and again. */
@Singleton
final class EventStreams {

    static final String EVENT_STREAM = "text/event-stream";

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final SubscriptionEdge subscriptions;
    private final Duration heartbeat;

    EventStreams(
            SubscriptionEdge subscriptions,
            @ConfigProperty(name = "foldline.subscription.heartbeat", defaultValue = "15s") Duration heartbeat) {
        this.subscriptions = subscriptions;
        this.heartbeat = heartbeat;
    }

    /** Whether events are what the client would rather have than anything else. */
    static boolean isWanted(RoutingContext context) {
        return context.parsedHeaders().accept().stream()
                .findFirst()
                .map(type -> type.rawValue().split(";", 2)[0].strip())
                .filter(EVENT_STREAM::equalsIgnoreCase)
                .isPresent();
    }

    void open(RoutingContext context, Map<String, String> parameters, Headers headers) {
        subscriptions
                .subscribe(context.pathParam("context"), context.pathParam("name"), parameters, token(headers))
                .subscribe(new EventStream(context, heartbeat));
    }

    /** A client that comes again names the last event that it has; both tokens together ask for what each asks for. */
    private static String token(Headers headers) {
        return Stream.of(LAST_EVENT_ID, Reply.CONSISTENCY_TOKEN)
                .flatMap(name -> Stream.ofNullable(headers.get(name)))
                .filter(token -> !token.isBlank())
                .collect(Collectors.joining(","));
    }
}
