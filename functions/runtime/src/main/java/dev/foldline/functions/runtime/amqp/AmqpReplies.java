package dev.foldline.functions.runtime.amqp;

import dev.foldline.functions.runtime.amqp.AmqpInbox.Outcome;
import dev.foldline.functions.runtime.edge.Reply;
import io.quarkus.runtime.StartupEvent;
import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.amqp.AmqpSender;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.message.Message;
import org.jspecify.annotations.Nullable;

/** Sends replies to whatever address a request names. On the broker connection's event loop only. */
@Singleton
final class AmqpReplies implements BrokerConnection.Attachment {

    private final BrokerConnection broker;
    private @Nullable AmqpSender sender;

    AmqpReplies(BrokerConnection broker) {
        this.broker = broker;
    }

    void start(@Observes @Priority(200) StartupEvent event) {
        broker.attach(this);
    }

    @Override
    public Future<?> attach(AmqpConnection connection, Runnable lost) {
        sender = null;
        return connection.createAnonymousSender().onSuccess(fresh -> {
            sender = fresh;
            fresh.exceptionHandler(cause -> lost.run());
        });
    }

    /**
     * Sends the reply to a request that asks for one.
     *
     * @return fails when the broker has not taken it; a reply address that is gone is no failure of ours
     */
    Future<Void> send(AmqpRequest request, Reply reply) {
        AmqpSender current = sender;
        return current == null
                ? Future.failedFuture("there is no link to send replies on")
                : current.sendWithAck(message(request.message(), reply));
    }

    /** Sends one of several replies, which nobody needs any more after some time. */
    Future<Void> send(AmqpRequest request, Reply reply, Duration lifetime) {
        AmqpSender current = sender;
        if (current == null) {
            return Future.failedFuture("there is no link to send replies on");
        }
        AmqpMessage message = message(request.message(), reply);
        message.unwrap().setTtl(Math.max(1, lifetime.toMillis()));
        return current.sendWithAck(message);
    }

    /**
     * Answers a request that may be lost: whatever comes of it, it is acknowledged, and whoever gets no answer asks again.
     *
     * @param most how long the requester waits at the most
     * @param answer is given how long it waits; not asked when it waits no longer, or for nothing
     */
    Future<Outcome> answer(AmqpRequest request, Duration most, Function<Duration, CompletionStage<Reply>> answer) {
        Duration patience = request.patience(most);
        if (!request.wantsReply() || !patience.isPositive()) {
            return Future.succeededFuture(Outcome.ACCEPT);
        }
        return onThisContext(answer.apply(patience))
                .compose(reply -> send(request, reply))
                .otherwiseEmpty()
                .map(Outcome.ACCEPT);
    }

    @Override
    public String toString() {
        return "a sender of replies";
    }

    /** The outcome, brought back to the event loop that asks for it. */
    static <T> Future<T> onThisContext(CompletionStage<T> stage) {
        return Future.fromCompletionStage(stage, Vertx.currentContext());
    }

    private static AmqpMessage message(AmqpMessage request, Reply reply) {
        var properties = new JsonObject().put("status", reply.status());
        reply.headers().forEach(properties::put);
        AmqpMessage message = AmqpMessage.create()
                .address(request.replyTo())
                .contentType(reply.contentType())
                .applicationProperties(properties)
                .build();
        Message raw = message.unwrap();
        Message asked = request.unwrap();
        // Ids keep their AMQP type, so that the requester finds them equal to its own.
        raw.setCorrelationId(asked.getCorrelationId() != null ? asked.getCorrelationId() : asked.getMessageId());
        // Whoever sent text gets text.
        raw.setBody(
                asked.getBody() instanceof AmqpValue value && value.getValue() instanceof String
                        ? new AmqpValue(new String(reply.body(), StandardCharsets.UTF_8))
                        : new Data(new Binary(reply.body())));
        return message;
    }
}
