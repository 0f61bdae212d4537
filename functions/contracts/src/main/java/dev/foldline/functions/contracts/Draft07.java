package dev.foldline.functions.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Schemas as AsyncAPI has them by default, which is draft 7: arrays of fixed elements are written differently there. */
final class Draft07 {

    private Draft07() {}

    static ObjectNode of(ObjectNode schema) {
        ObjectNode copy = schema.deepCopy().without(List.of("$schema", "$id"));
        rewrite(copy);
        return copy;
    }

    private static void rewrite(JsonNode node) {
        node.forEach(Draft07::rewrite);
        if (node instanceof ObjectNode object && object.path("prefixItems") instanceof ArrayNode elements) {
            JsonNode further = object.remove("items");
            object.remove("prefixItems");
            object.set("items", elements);
            if (further != null) {
                object.set("additionalItems", further);
            }
        }
    }
}
