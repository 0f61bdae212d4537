package dev.foldline.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;

/**
 * An answer over HTTP.
 *
 * @param status its status
 * @param body its JSON; missing when there is none
 * @param raw all of it
 */
record Answer(int status, JsonNode body, HttpResponse<String> raw) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(HttpResponse<String> response) {
        try {
            return new Answer(response.statusCode(), JSON.readTree(response.body()), response);
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }

    String text(String field) {
        return body.path(field).asText();
    }

    long number(String field) {
        return body.path(field).asLong(-1);
    }

    String header(String name) {
        return raw.headers().firstValue(name).orElse("");
    }
}
