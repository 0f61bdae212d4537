package dev.foldline.local;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.vertx.amqp.AmqpClient;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.amqp.AmqpConnection;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ordinary clients of the three servers. */
final class Clients {

    private Clients() {}

    static MongoClient mongo(String url) {
        return MongoClients.create(url);
    }

    /** From the URL the application is given. */
    static Connection postgres(String url) throws SQLException {
        URI parsed = URI.create(url);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + parsed.getHost() + ":" + parsed.getPort() + parsed.getPath(),
                "foldline",
                "foldline");
    }

    static AmqpConnection amqp(Vertx vertx, String url) {
        URI parsed = URI.create(url);
        AmqpClientOptions options =
                new AmqpClientOptions().setHost(parsed.getHost()).setPort(parsed.getPort());
        return await(AmqpClient.create(vertx, options).connect());
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
