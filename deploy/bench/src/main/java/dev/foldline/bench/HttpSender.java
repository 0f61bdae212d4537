package dev.foldline.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foldline.functions.Command;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Objects;
import java.util.function.IntConsumer;

/** Sends commands over HTTP, over as many connections as it takes, from one event loop: what costs least of two processors. */
final class HttpSender implements Sender {

    private static final int CONNECTIONS = 256;
    private static final int TIMEOUT_MILLIS = 15_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client;
    private final URI url;

    HttpSender(URI url) {
        this.url = url;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS)
                .setMaxWaitQueueSize(-1)
                .setTcpNoDelay(true));
    }

    @Override
    public void send(BenchCommand command, IntConsumer answered) {
        Buffer body = body(command);
        client.request(options(command))
                .compose(request -> request(request, command).send(body))
                .compose(response -> response.body().map(ignored -> response.statusCode()))
                .onComplete(status -> answered.accept(status.succeeded() ? status.result() : NO_ANSWER));
    }

    private RequestOptions options(BenchCommand command) {
        Command name = Objects.requireNonNull(command.command().getClass().getAnnotation(Command.class));
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(url.getHost())
                .setPort(url.getPort())
                .setURI("/" + name.context() + "/commands/" + name.name())
                .setTimeout(TIMEOUT_MILLIS);
    }

    private static HttpClientRequest request(HttpClientRequest request, BenchCommand command) {
        return request.putHeader("Content-Type", "application/json")
                .putHeader("Idempotency-Key", command.id().toString());
    }

    private static Buffer body(BenchCommand command) {
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(command.command()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
