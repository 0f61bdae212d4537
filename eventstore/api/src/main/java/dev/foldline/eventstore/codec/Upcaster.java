package dev.foldline.eventstore.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes the tree of an event of one revision that of the next. Pure: the same tree gives the same tree. May change the tree
 * that it is given and return it. An exception means that the event cannot be read.
 *
 * <p>Numbers in the tree are exact, instants are text, and what an {@code Optional} leaves out is not there. The steps below
 * leave an event alone that does not have the field that they are about: if it must be there, its record refuses the event.
 */
@FunctionalInterface
public interface Upcaster {

    /** The event as the next revision has it. */
    ObjectNode upcast(ObjectNode event);

    /** This step, then another. */
    default Upcaster then(Upcaster next) {
        return event -> next.upcast(upcast(event));
    }

    /** The field has another name. Fails when the event has a field of that name as well. */
    static Upcaster rename(String field, String to) {
        return split(field, value -> Map.of(to, value));
    }

    /**
     * The field becomes several, or one of another form. Fails when the event has one of them already.
     *
     * @param fields makes the fields of the value; may use the value's own name again
     */
    static Upcaster split(String field, Function<JsonNode, Map<String, ? extends JsonNode>> fields) {
        return event -> {
            JsonNode value = event.remove(field);
            if (value != null) {
                fields.apply(value).forEach((name, part) -> UpcastFields.add(event, name, part));
            }
            return event;
        };
    }

    /**
     * The field is new; events that do not have it have this value.
     *
     * @param value as a record of the event would hold it: text, a number, a record of its own
     */
    static Upcaster defaultTo(String field, Object value) {
        JsonNode tree = EventCodec.treeOf(value);
        return event -> {
            if (!event.has(field)) {
                event.set(field, tree.deepCopy());
            }
            return event;
        };
    }

    /** The field is no more. */
    static Upcaster drop(String field) {
        return event -> {
            event.remove(field);
            return event;
        };
    }
}
