package dev.foldline.functions.runtime.http;

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
                .filter(type -> type.component().equalsIgnoreCase("text")
                        && type.subComponent().equalsIgnoreCase("event-stream"))
                .isPresent();
    }

    void open(RoutingContext context, Map<String, String> parameters) {
        subscriptions
                .subscribe(context.pathParam("context"), context.pathParam("name"), parameters, token(context))
                .subscribe(new EventStream(context, heartbeat));
    }

    /** A client that comes again names the last event that it has; both tokens together ask for what each asks for. */
    private static String token(RoutingContext context) {
        return Stream.of(LAST_EVENT_ID, Reply.CONSISTENCY_TOKEN)
                .map(name -> context.request().getHeader(name))
                .filter(token -> token != null && !token.isBlank())
                .collect(Collectors.joining(","));
    }
}
