import io.vertx.amqp.AmqpClient;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.amqp.AmqpReceiver;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Sends one message over AMQP 1.0 and prints the status and the body of its reply: URL, address, JSON. */
final class AmqpRequest {

    public static void main(String[] arguments) throws Exception {
        URI broker = URI.create(arguments[0]);
        Vertx vertx = Vertx.vertx();
        var options = new AmqpClientOptions().setHost(broker.getHost()).setPort(broker.getPort());
        AmqpMessage reply = AmqpClient.create(vertx, options)
                .connect()
                .compose(connection -> request(connection, arguments[1], arguments[2]))
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        System.out.println(reply.applicationProperties().getValue("status") + " " + body(reply));
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static Future<AmqpMessage> request(AmqpConnection connection, String address, String json) {
        return connection.createDynamicReceiver().compose(receiver -> connection.createSender(address).compose(sender -> {
            sender.send(AmqpMessage.create()
                    .id(UUID.randomUUID().toString())
                    .replyTo(receiver.address())
                    .applicationProperties(new JsonObject().put("Idempotency-Key", UUID.randomUUID().toString()))
                    .withBody(json)
                    .build());
            return next(receiver);
        }));
    }

    private static Future<AmqpMessage> next(AmqpReceiver receiver) {
        Promise<AmqpMessage> message = Promise.promise();
        receiver.handler(message::tryComplete);
        return message.future();
    }

    private static String body(AmqpMessage message) {
        return message.unwrap().getBody() instanceof org.apache.qpid.proton.amqp.messaging.Data
                ? message.bodyAsBinary().toString()
                : message.bodyAsString();
    }
}
