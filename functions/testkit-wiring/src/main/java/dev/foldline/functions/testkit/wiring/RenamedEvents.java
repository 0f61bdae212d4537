package dev.foldline.functions.testkit.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.eventstore.codec.PayloadFormat;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A scenario's events as they are about another aggregate: where an event names its own, it names the other one.
 *
 * @param <E> the events
 */
final class RenamedEvents<E> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventCodec<E> codec;
    private final String from;
    private final TextNode to;

    RenamedEvents(EventTable<E> table, String from, String to) {
        this.codec = new EventCodec<>(table, PayloadFormat.JSON);
        this.from = from;
        this.to = TextNode.valueOf(to);
    }

    E of(E event) {
        EventData stored = codec.encode(event);
        try {
            byte[] payload = JSON.writeValueAsBytes(renamed(JSON.readTree(stored.payload())));
            return codec.decode(new EventData(stored.alias(), stored.revision(), payload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode renamed(JsonNode node) {
        switch (node) {
            case ObjectNode object -> object.properties().forEach(field -> field.setValue(renamed(field.getValue())));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, renamed(array.get(i)));
                }
            }
            default -> {
                return node.isTextual() && node.textValue().equals(from) ? to : node;
            }
        }
        return node;
    }
}
