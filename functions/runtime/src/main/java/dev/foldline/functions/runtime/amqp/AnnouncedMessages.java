package dev.foldline.functions.runtime.amqp;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.runtime.event.CommitEvents;
import dev.foldline.functions.runtime.event.CommitMessages;
import dev.foldline.functions.runtime.event.SourceName;
import io.vertx.amqp.AmqpMessage;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Announced commits as CloudEvents in binary mode of the <a
 * href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/amqp-protocol-binding.md">AMQP binding</a>:
 * attributes are application properties, data is the body.
 */
final class AnnouncedMessages {

    private static final String PREFIX = "cloudEvents_";

    /** The binding's other prefix, which some senders use. */
    private static final String OTHER_PREFIX = "cloudEvents:";

    private AnnouncedMessages() {}

    static AmqpMessage write(SourceName source, Partition partition, Commit commit) {
        var properties = new JsonObject();
        CommitEvents.attributes(source, partition, commit)
                .forEach((name, value) -> properties.put(PREFIX + name, value));
        return AmqpMessage.create()
                .durable(true)
                .id(CommitEvents.id(partition, commit.position()))
                .groupId(partition.toString())
                .contentType("application/json")
                .applicationProperties(properties)
                .withBufferAsBody(Buffer.buffer(CommitMessages.write(partition, commit)))
                .build();
    }

    /**
     * Reads an announcement. A message without attributes is read for what its body is.
     *
     * @throws IllegalArgumentException it is none, or of a type that is not known here
     */
    static CommitMessages.Announced read(AmqpRequest message) {
        require(message, "specversion", CommitEvents.SPEC_VERSION);
        require(message, "type", CommitEvents.TYPE);
        return CommitMessages.read(message.body());
    }

    private static void require(AmqpRequest message, String attribute, String expected) {
        @Nullable String value = message.property(PREFIX + attribute);
        String found = value != null ? value : message.property(OTHER_PREFIX + attribute);
        if (found != null && !found.equals(expected)) {
            throw new IllegalArgumentException("its " + attribute + " is not " + expected);
        }
    }
}
