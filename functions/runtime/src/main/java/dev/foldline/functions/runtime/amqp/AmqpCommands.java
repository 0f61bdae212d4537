package dev.foldline.functions.runtime.amqp;

import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.amqp.AmqpInbox.Outcome;
import dev.foldline.functions.runtime.edge.CommandEdge;
import dev.foldline.functions.runtime.edge.Reply;
import io.quarkus.runtime.StartupEvent;
import io.vertx.amqp.AmqpMessage;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.jspecify.annotations.Nullable;

/**
 * Takes commands from {@code <context>.command.<name>} and answers to where they say.
 *
 * <p>A command with an id is acknowledged after its reply was handed to the broker: whatever dies in between, it is
 * delivered again, and answered as the first time. A command without an id cannot be told from its copy, so it is
 * acknowledged before it is executed: at most once.
 */
@Singleton
final class AmqpCommands {

    private final FunctionCatalog catalog;
    private final BrokerConnection broker;
    private final AmqpReplies replies;
    private final CommandEdge edge;

    AmqpCommands(FunctionCatalog catalog, BrokerConnection broker, AmqpReplies replies, CommandEdge edge) {
        this.catalog = catalog;
        this.broker = broker;
        this.replies = replies;
        this.edge = edge;
    }

    void start(@Observes StartupEvent event) {
        if (!catalog.commands().isEmpty()) {
            broker.attach(replies);
        }
        for (FunctionCatalog.Entry entry : catalog.commands()) {
            String address = Addresses.command(entry.context(), entry.name());
            broker.attach(new AmqpInbox(address, Addresses.QUEUE, message -> take(entry, message)));
        }
    }

    private Future<Outcome> take(FunctionCatalog.Entry entry, AmqpMessage message) {
        Duration patience = patience(message);
        if (!patience.isPositive()) {
            return Future.succeededFuture(Outcome.ACCEPT);
        }
        @Nullable String commandId = commandId(message);
        Promise<Reply> answered = Promise.promise();
        Context context = Vertx.currentContext();
        edge.send(entry.context(), entry.name(), body(message), commandId, patience)
                .thenAccept(reply -> context.runOnContext(ignored -> answered.complete(reply)));
        Future<Outcome> settled = answered.future().compose(reply -> settle(message, reply));
        return commandId == null ? Future.succeededFuture(Outcome.ACCEPT) : settled;
    }

    private Future<Outcome> settle(AmqpMessage message, Reply reply) {
        if (message.replyTo() == null) {
            return Future.succeededFuture(outcomeWithoutReply(reply.status()));
        }
        return replies.send(message, reply).map(Outcome.ACCEPT);
    }

    /** Nobody is told, so the queue has to see to it that the command is executed, or is found among the dead letters. */
    private static Outcome outcomeWithoutReply(int status) {
        return switch (status) {
            case 200, 422 -> Outcome.ACCEPT;
            case 409, 503, 504 -> Outcome.RETRY;
            default -> Outcome.REJECT;
        };
    }

    private Duration patience(AmqpMessage message) {
        long expiry = message.expiryTime();
        if (expiry == 0) {
            return edge.timeout();
        }
        Duration left = Duration.ofMillis(expiry - System.currentTimeMillis());
        return left.compareTo(edge.timeout()) < 0 ? left : edge.timeout();
    }

    private static @Nullable String commandId(AmqpMessage message) {
        var properties = message.unwrap().getApplicationProperties();
        Object key = properties == null ? null : properties.getValue().get(Reply.IDEMPOTENCY_KEY);
        if (key != null) {
            return key.toString();
        }
        Object id = message.unwrap().getMessageId();
        return id != null && isUuid(id) ? id.toString() : null;
    }

    private static boolean isUuid(Object id) {
        if (id instanceof UUID) {
            return true;
        }
        try {
            return id instanceof String text
                    && text.length() == 36
                    && UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] body(AmqpMessage message) {
        return switch (message.unwrap().getBody()) {
            case Data data -> bytes(data.getValue());
            case AmqpValue value when value.getValue() instanceof Binary binary -> bytes(binary);
            case AmqpValue value when value.getValue() instanceof String text -> text.getBytes(StandardCharsets.UTF_8);
            case null, default -> new byte[0];
        };
    }

    private static byte[] bytes(Binary binary) {
        return Arrays.copyOfRange(
                binary.getArray(), binary.getArrayOffset(), binary.getArrayOffset() + binary.getLength());
    }
}
