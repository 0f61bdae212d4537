package dev.foldline.functions.runtime.edge;

import dev.foldline.functions.runtime.event.CommitMessages;
import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import java.util.Locale;
import java.util.Map;

/**
 * Reads CloudEvents from HTTP requests: in binary mode, where attributes are {@code ce-} headers, or in structured mode,
 * where all of it is a JSON object of type {@code application/cloudevents+json}.
 */
final class EventReader {

    /**
     * What came.
     *
     * @param source whose event it is
     * @param type what its data is
     * @param data the body of the event
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Incoming(String source, String type, byte[] data) {

        /**
         * The announced commit.
         *
         * @throws IllegalArgumentException it is none
         */
        CommitMessages.Announced commit() {
            return CommitMessages.read(data);
        }
    }

    private static final JsonFormat JSON = new JsonFormat();

    private EventReader() {}

    /**
     * Reads a request.
     *
     * @param headers by their names in lower case
     * @throws IllegalArgumentException it is no CloudEvent 1.0 with data in JSON
     */
    static Incoming read(Map<String, String> headers, byte[] body) {
        CloudEvent event = event(headers, body);
        if (event.getSpecVersion() != SpecVersion.V1) {
            throw new IllegalArgumentException("its specversion is not 1.0");
        }
        String type = event.getDataContentType();
        if (event.getData() == null || !(type == null || isOfType(type, Reply.JSON))) {
            throw new IllegalArgumentException("its data is not application/json");
        }
        return new Incoming(
                event.getSource().toString(), event.getType(), event.getData().toBytes());
    }

    private static CloudEvent event(Map<String, String> headers, byte[] body) {
        try {
            return isOfType(headers.getOrDefault("content-type", ""), JsonFormat.CONTENT_TYPE)
                    ? JSON.deserialize(body)
                    : HttpMessageFactory.createReader(headers, body).toEvent();
        } catch (RuntimeException e) {
            // The library has no exception in common for what it cannot read.
            throw new IllegalArgumentException("it is no CloudEvent in binary or structured mode", e);
        }
    }

    private static boolean isOfType(String header, String mediaType) {
        return header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(mediaType);
    }
}
