package dev.foldline.functions.runtime.amqp;

import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.edge.RemoteStreams;
import dev.foldline.functions.runtime.edge.Reply;
import dev.foldline.functions.runtime.subscribe.Latest;
import dev.foldline.functions.runtime.subscribe.OpenSubscriptions;
import io.quarkus.runtime.StartupEvent;
import io.vertx.amqp.AmqpMessage;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Subscribes at handlers in other processes, and hears their answers on an address of its own. */
@Singleton
final class AmqpStreams implements RemoteStreams {

    private final BrokerConnection broker;
    private final FunctionCatalog catalog;
    private final OpenSubscriptions open;
    private final Vertx vertx;
    private final LeasedStream.Terms terms;
    private final Map<String, LeasedStream> leases = new ConcurrentHashMap<>();
    private final RequestLinks links;

    AmqpStreams(
            BrokerConnection broker,
            FunctionCatalog catalog,
            OpenSubscriptions open,
            Vertx vertx,
            @ConfigProperty(name = "foldline.subscription.lease", defaultValue = "15s") Duration lease,
            @ConfigProperty(name = "foldline.subscription.patience", defaultValue = "30s") Duration patience) {
        this.broker = broker;
        this.catalog = catalog;
        this.open = open;
        this.vertx = vertx;
        this.terms = new LeasedStream.Terms(lease, patience);
        this.links = new RequestLinks(broker, "a sender of subscriptions", this::hear, this::loseAll);
    }

    void start(@Observes StartupEvent event) {
        if (!catalog.remoteQueries().isEmpty()) {
            broker.attach(links);
        }
    }

    boolean isAttached() {
        return links.isAttached();
    }

    @Override
    public Flow.Publisher<Reply> subscribe(String context, String name, byte[] body, String token, Duration patience) {
        String address = Addresses.query(context, name);
        return subscriber -> {
            var latest = new Latest<Reply>(subscriber, (before, after) -> Arrays.equals(before.body(), after.body()));
            subscriber.onSubscribe(latest);
            try {
                open.add(latest);
                var stream = new LeasedStream(vertx, latest, terms, patience, new Requests(address, body));
                latest.whenEnded(stream::end);
                stream.begin(token);
            } catch (UnavailableException e) {
                latest.fail(e);
            }
        };
    }

    /** Sends the requests of one subscription. */
    private final class Requests implements LeasedStream.Requests {

        private final String address;
        private final byte[] body;

        Requests(String address, byte[] body) {
            this.address = address;
            this.body = body;
        }

        @Override
        public String send(LeasedStream stream, String token, Duration lease) {
            String id = links.nextId();
            leases.put(id, stream);
            RequestLinks.Links current = links.current();
            if (current == null) {
                vertx.runOnContext(ignored -> stream.lost(id));
            } else {
                current.requests()
                        .sendWithAck(message(id, current.replies().address(), token, lease))
                        .onFailure(cause -> stream.lost(id));
            }
            return id;
        }

        @Override
        public void forget(String id) {
            leases.remove(id);
        }

        private AmqpMessage message(String id, String replyTo, String token, Duration lease) {
            var properties = new JsonObject().put(AmqpSubscriptions.SUBSCRIBE, true);
            if (!token.isBlank()) {
                properties.put(Reply.CONSISTENCY_TOKEN, token);
            }
            return AmqpMessage.create()
                    .address(address)
                    .id(id)
                    .replyTo(replyTo)
                    .ttl(lease.toMillis())
                    .expiryTime(System.currentTimeMillis() + lease.toMillis())
                    .contentType("application/json")
                    .applicationProperties(properties)
                    .withBufferAsBody(Buffer.buffer(body))
                    .build();
        }
    }

    private void hear(AmqpMessage message) {
        String id = String.valueOf(message.correlationId());
        LeasedStream stream = leases.get(id);
        if (stream != null) {
            stream.hear(id, AmqpRemote.reply(message));
        }
    }

    /** What was asked over a connection that is gone will not be answered. */
    private void loseAll() {
        List.copyOf(leases.entrySet()).forEach(lease -> lease.getValue().lost(lease.getKey()));
    }
}
