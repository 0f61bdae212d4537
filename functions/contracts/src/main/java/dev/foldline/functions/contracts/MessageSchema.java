package dev.foldline.functions.contracts;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The form of one message.
 *
 * @param kind what it is
 * @param name its name within its context: of a command or query its own, of an answer its query's, of an event
 *     {@code <stream>/<alias>.<revision>}
 * @param schema its JSON Schema, draft 2020-12
 */
record MessageSchema(MessageKind kind, String name, ObjectNode schema) {

    /** Where it is kept, below the directory of a context's schemas. */
    String file() {
        return kind.directory() + "/" + name + ".json";
    }
}
