package dev.foldline.functions.testkit.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

/** Talks to the application over HTTP. */
record ParrotClient(URI application) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    HttpResponse<String> say(String parrot, String word, UUID commandId) {
        String body = """
                {"parrot": "%s", "inMemory": "", "inApplication": "%s"}""".formatted(parrot, word);
        return send(HttpRequest.newBuilder(application.resolve("/test/commands/say"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", commandId.toString())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The answer to a command that was accepted. */
    String said(String parrot, String word, UUID commandId) {
        HttpResponse<String> response = say(parrot, word, commandId);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    HttpResponse<String> readiness() {
        return send(HttpRequest.newBuilder(application.resolve("/q/health/ready")));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
