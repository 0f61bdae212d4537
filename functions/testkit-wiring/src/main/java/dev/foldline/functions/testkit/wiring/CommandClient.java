package dev.foldline.functions.testkit.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** Sends commands to the application of this test. */
final class CommandClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    Answer send(CommandBody command, UUID commandId) {
        URI application = Arc.container().instance(HttpServer.class).get().getLocalBaseUri();
        var request = HttpRequest.newBuilder(application.resolve(command.path()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", commandId.toString())
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(command.fields().toString()))
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new AssertionError("the application at " + application + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the test was interrupted", e);
        }
    }
}
