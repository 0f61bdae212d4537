package dev.foldline.functions.runtime.amqp;

import dev.foldline.eventstore.Partition;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.runtime.Deadlines;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.edge.Remote;
import dev.foldline.functions.runtime.edge.Reply;
import dev.foldline.functions.runtime.own.AppendMessages;
import dev.foldline.functions.runtime.own.OwnerLink;
import dev.foldline.functions.runtime.publish.StreamCatalog;
import dev.foldline.functions.runtime.trace.Hop;
import dev.foldline.functions.runtime.trace.Tracing;
import io.quarkus.runtime.StartupEvent;
import io.vertx.amqp.AmqpMessage;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages that other processes handle, and hears their replies on an address of its own. A message is not kept by
 * the broker for longer than its sender waits.
 */
@Singleton
final class AmqpRemote implements Remote, OwnerLink {

    /** Stands for whichever handler answers a message that one answers. */
    private static final String ANYBODY = "";

    private static final String JSON = "application/json";

    private final BrokerConnection broker;
    private final FunctionCatalog catalog;
    private final Tracing tracing;
    private final StreamCatalog streams;
    private final Map<String, CompletableFuture<Reply>> waiting = new ConcurrentHashMap<>();
    private final RequestLinks links;
    private final AtomicBoolean attached = new AtomicBoolean();

    /** A message that asks for something; those of one group go to one consumer while it lives. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Request(
            String address,
            String contentType,
            byte[] body,
            Map<String, String> properties,
            @Nullable String group,
            Duration patience) {}

    AmqpRemote(BrokerConnection broker, FunctionCatalog catalog, StreamCatalog streams, Tracing tracing) {
        this.broker = broker;
        this.catalog = catalog;
        this.streams = streams;
        this.tracing = tracing;
        this.links = new RequestLinks(broker, "a sender of requests", this::hear, this::forgetAll);
    }

    void start(@Observes StartupEvent event) {
        boolean gathers =
                catalog.gathers().stream().anyMatch(entry -> !entry.elsewhere().isEmpty());
        if (gathers
                || !catalog.remoteCommands().isEmpty()
                || !catalog.remoteQueries().isEmpty()
                || !streams.streams().isEmpty()) {
            attach();
        }
    }

    private void attach() {
        if (!attached.getAndSet(true)) {
            broker.attach(links);
        }
    }

    boolean isAttached() {
        return links.isAttached();
    }

    @Override
    public CompletionStage<Reply> command(
            String context,
            String name,
            byte[] body,
            Map<String, String> properties,
            @Nullable String group,
            Duration patience) {
        return traced(Addresses.command(context, name), body, properties, group, patience);
    }

    @Override
    public CompletionStage<Reply> query(
            String context, String name, byte[] body, Map<String, String> properties, Duration patience) {
        return traced(Addresses.query(context, name), body, properties, null, patience);
    }

    @Override
    public CompletionStage<Reply> feed(String context, String stream, byte[] body, Duration patience) {
        return send(new Request(Addresses.feed(context, stream), JSON, body, Map.of(), null, patience));
    }

    /** The first one has the links made. */
    @Override
    public CompletionStage<Reply> ask(String context, Partition partition, byte[] body, Duration patience) {
        attach();
        String address = Addresses.log(context, partition.aggregateType());
        return send(new Request(address, AppendMessages.CONTENT_TYPE, body, Map.of(), partition.toString(), patience));
    }

    @Override
    public Map<String, CompletionStage<Reply>> gather(
            String context,
            String name,
            List<String> responders,
            byte[] body,
            Map<String, String> properties,
            Duration patience) {
        String address = Addresses.gather(context, name);
        Map<String, String> asked = new HashMap<>(properties);
        asked.put(Reply.RESPONDERS, String.join(",", responders));
        Map<String, CompletionStage<Reply>> replies = new HashMap<>();
        tracing.within(Hop.send(address), asked, continued -> {
            replies.putAll(send(responders, new Request(address, JSON, body, continued, null, patience)));
            return CompletableFuture.allOf(replies.values().stream()
                    .map(CompletionStage::toCompletableFuture)
                    .toArray(CompletableFuture[]::new));
        });
        return replies;
    }

    /** The properties have trace context under the same keys as metadata has. */
    private CompletionStage<Reply> traced(
            String address, byte[] body, Map<String, String> properties, @Nullable String group, Duration patience) {
        return tracing.within(
                Hop.send(address),
                properties,
                continued -> send(new Request(address, JSON, body, continued, group, patience)));
    }

    private CompletionStage<Reply> send(Request request) {
        return Objects.requireNonNull(send(List.of(ANYBODY), request).get(ANYBODY));
    }

    /** Sends one message and waits for a reply from each of these. */
    private Map<String, CompletionStage<Reply>> send(List<String> responders, Request request) {
        String id = links.nextId();
        Map<String, CompletionStage<Reply>> replies = new HashMap<>();
        responders.forEach(responder -> replies.put(responder, expect(id + responder, request.patience())));
        RequestLinks.Links current = links.current();
        if (current == null) {
            fail(id, responders, null);
            return replies;
        }
        AmqpMessage message = message(id, current.replies().address(), request);
        current.requests().sendWithAck(message).onFailure(cause -> fail(id, responders, cause));
        return replies;
    }

    private CompletionStage<Reply> expect(String key, Duration patience) {
        var reply = new CompletableFuture<Reply>();
        waiting.put(key, reply);
        return Deadlines.within(
                        reply,
                        patience,
                        "no handler has answered in time; to learn the outcome, send it again with the same id")
                .whenComplete((ignored, fault) -> waiting.remove(key));
    }

    private void fail(String id, List<String> responders, @Nullable Throwable cause) {
        for (String responder : responders) {
            CompletableFuture<Reply> reply = waiting.get(id + responder);
            if (reply != null) {
                reply.completeExceptionally(away(cause));
            }
        }
    }

    private void hear(AmqpMessage message) {
        Reply heard = reply(message);
        String responder = heard.headers().getOrDefault(Reply.RESPONDER, ANYBODY);
        CompletableFuture<Reply> reply = waiting.get(message.correlationId() + responder);
        if (reply != null) {
            reply.complete(heard);
        }
    }

    /** Replies to what was sent over a connection that is gone will not come. */
    private void forgetAll() {
        waiting.values().forEach(reply -> reply.completeExceptionally(away(null)));
    }

    private static AmqpMessage message(String id, String replyTo, Request request) {
        // A time to live of 0 would be one without end.
        long millis = Math.max(1, request.patience().toMillis());
        var properties = new JsonObject();
        request.properties().forEach(properties::put);
        var message = AmqpMessage.create()
                .address(request.address())
                .id(id)
                .replyTo(replyTo)
                .ttl(millis)
                .expiryTime(System.currentTimeMillis() + millis)
                .contentType(request.contentType())
                .applicationProperties(properties)
                .withBufferAsBody(Buffer.buffer(request.body()));
        return (request.group() == null ? message : message.groupId(request.group())).build();
    }

    static Reply reply(AmqpMessage message) {
        Map<String, String> headers = new HashMap<>();
        JsonObject properties = message.applicationProperties();
        properties.forEach(property -> headers.put(property.getKey(), String.valueOf(property.getValue())));
        headers.remove("status");
        return new Reply(
                properties.getInteger("status", 500), message.contentType(), headers, new AmqpRequest(message).body());
    }

    private static UnavailableException away(@Nullable Throwable cause) {
        return new UnavailableException("the broker cannot be reached", cause);
    }
}
