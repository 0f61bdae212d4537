package dev.foldline.eventstore.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The fields of an event that is being brought up. */
final class UpcastFields {

    private UpcastFields() {}

    /** Two fields that become one would lose what one of them says. */
    static void add(ObjectNode event, String field, JsonNode value) {
        if (event.has(field)) {
            throw new IllegalArgumentException("the event has a field '" + field + "' already");
        }
        event.set(field, value);
    }
}
