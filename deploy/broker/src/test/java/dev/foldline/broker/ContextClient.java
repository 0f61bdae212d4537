package dev.foldline.broker;

import io.vertx.amqp.AmqpClient;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.amqp.AmqpReceiver;
import io.vertx.amqp.AmqpReceiverOptions;
import io.vertx.amqp.AmqpSender;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A connection of a context's functions, which attach to addresses as the runtime does. */
final class ContextClient {

    private static final long PATIENCE_SECONDS = 20;

    private final AmqpConnection connection;

    ContextClient(Vertx vertx, int port, String role) throws Exception {
        var options = new AmqpClientOptions().setHost("127.0.0.1").setPort(port);
        connection = await(AmqpClient.create(vertx, options.setUsername(role).setPassword(role))
                .connect());
    }

    void close() {
        connection.close();
    }

    /** What arrives at the address. */
    BlockingQueue<AmqpMessage> receive(String address, String capability) throws Exception {
        var received = new LinkedBlockingQueue<AmqpMessage>();
        AmqpReceiver receiver = await(
                connection.createReceiver(address, new AmqpReceiverOptions().setCapabilities(List.of(capability))));
        receiver.handler(received::add);
        return received;
    }

    /** As {@link #receive}, of a queue that the broker is about to make. */
    BlockingQueue<AmqpMessage> receiveWhenThere(String address, String capability) {
        return Awaitility.await()
                .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .ignoreExceptions()
                .until(() -> receive(address, capability), received -> true);
    }

    /** Takes one message and rejects it. */
    void receiveAndReject(String address) throws Exception {
        AmqpReceiver receiver =
                await(connection.createReceiver(address, new AmqpReceiverOptions().setAutoAcknowledgement(false)));
        receiver.handler(AmqpMessage::rejected);
    }

    /** Answers whatever is asked at the address. */
    void answer(String address, String body) throws Exception {
        AmqpReceiver receiver = await(connection.createReceiver(address));
        AmqpSender replies = await(connection.createAnonymousSender());
        receiver.handler(request -> replies.send(
                AmqpMessage.create().address(request.replyTo()).withBody(body).build()));
    }

    /** Sends over a link that names no address, as replies, commands and queries are. */
    void send(String address, String body) throws Exception {
        send(AmqpMessage.create().address(address).withBody(body).build());
    }

    void send(AmqpMessage message) throws Exception {
        await(await(connection.createAnonymousSender()).sendWithAck(message));
    }

    /** Sends over a link of the address's own, as announcements are. */
    void announce(String address, String body) throws Exception {
        await(await(connection.createSender(address))
                .sendWithAck(AmqpMessage.create().withBody(body).build()));
    }

    /** Sends a request and waits for the reply on an address that the broker makes. */
    @Nullable
    String ask(String address, String body) throws Exception {
        AmqpReceiver replies = await(connection.createDynamicReceiver());
        var received = new LinkedBlockingQueue<AmqpMessage>();
        replies.handler(received::add);
        send(AmqpMessage.create()
                .address(address)
                .replyTo(replies.address())
                .withBody(body)
                .build());
        return body(received);
    }

    static @Nullable String body(BlockingQueue<AmqpMessage> received) throws InterruptedException {
        AmqpMessage message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return message == null ? null : message.bodyAsString();
    }

    private static <T> T await(Future<T> future) throws Exception {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            String reason = String.valueOf(e.getMessage());
            if (reason.contains("does not have permission") || reason.contains("Failed to authenticate")) {
                throw new RefusedException(e);
            }
            throw e;
        }
    }

    /** The broker has said no. */
    static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        RefusedException(ExecutionException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
