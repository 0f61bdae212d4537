package dev.foldline.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A stream of server-sent events, read until it ends or is closed. */
final class EventStream implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpResponse<Stream<String>> response;
    private final Thread reader;

    EventStream(HttpRequest request) {
        try {
            response = http.send(request, HttpResponse.BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        reader = Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try {
            response.body().forEach(lines::add);
        } catch (UncheckedIOException e) {
            // The server died, or the test has seen enough: either way there are no more lines.
            http.shutdownNow();
        }
    }

    int status() {
        return response.statusCode();
    }

    boolean hasEnded() {
        return !reader.isAlive();
    }

    /** The balances that were told; -1 for a wallet that was not there. */
    List<Long> balances() {
        return fields("data: ").map(EventStream::balance).toList();
    }

    /** What the server told of how far the last answer is. */
    String lastId() {
        return fields("id: ").reduce("", (before, after) -> after);
    }

    private Stream<String> fields(String prefix) {
        return lines.stream().filter(line -> line.startsWith(prefix)).map(line -> line.substring(prefix.length()));
    }

    private static long balance(String data) {
        try {
            JsonNode answer = JSON.readTree(data);
            return answer.path("balanceMinor").asLong(-1);
        } catch (IOException e) {
            throw new UncheckedIOException(data, e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
