package dev.foldline.functions.runtime.event;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.UnreadableEventException;
import dev.foldline.eventstore.codec.EventCodec;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Announced commits as JSON. A payload travels as JSON whatever the log keeps it as: an event codec reads both.
 *
 * <pre>{"partition":"wallet/7","position":4211,"aggregateId":"w-1","version":16,"commandId":"…","time":"…",
 *  "events":[{"type":"bet-placed","revision":1,"data":{…}}],"metadata":{…}}</pre>
 */
public final class CommitMessages {

    /** A commit and where it is. */
    public record Announced(Partition partition, Commit commit) {}

    /** Takes numbers as they are. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private CommitMessages() {}

    /** The commit as bytes. */
    public static byte[] write(Partition partition, Commit commit) {
        try {
            return JSON.writeValueAsBytes(node(partition, commit));
        } catch (IOException e) {
            throw untellable(partition, commit, e);
        }
    }

    /** The commit as a tree. */
    public static ObjectNode node(Partition partition, Commit commit) {
        ObjectNode node = JSON.createObjectNode()
                .put("partition", partition.toString())
                .put("position", commit.position())
                .put("aggregateId", commit.aggregateId())
                .put("version", commit.version())
                .put("commandId", commit.commandId().toString())
                .put("time", commit.time().toString());
        var events = node.putArray("events");
        try {
            for (EventData event : commit.events()) {
                events.addObject()
                        .put("type", event.alias())
                        .put("revision", event.revision())
                        .set("data", EventCodec.tree(event));
            }
            if (!commit.metadata().isEmpty()) {
                node.set("metadata", JSON.valueToTree(commit.metadata()));
            }
            return node;
        } catch (UnreadableEventException e) {
            throw untellable(partition, commit, e);
        }
    }

    /**
     * Reads an announcement.
     *
     * @throws IllegalArgumentException it is none
     */
    public static Announced read(byte[] body) {
        try {
            return read(JSON.readTree(body));
        } catch (IOException e) {
            throw new IllegalArgumentException("the message is no announced commit", e);
        }
    }

    /**
     * Reads a commit of a tree.
     *
     * @throws IllegalArgumentException it is none
     */
    public static Announced read(JsonNode node) {
        try {
            String[] partition = node.required("partition").asText().split("/", 2);
            List<EventData> events = new ArrayList<>();
            for (JsonNode event : node.required("events")) {
                byte[] payload = JSON.writeValueAsBytes(event.required("data"));
                events.add(new EventData(
                        event.required("type").asText(),
                        event.required("revision").asInt(),
                        payload));
            }
            Map<String, String> metadata = new HashMap<>();
            node.path("metadata")
                    .properties()
                    .forEach(entry ->
                            metadata.put(entry.getKey(), entry.getValue().asText()));
            var commit = new Commit(
                    node.required("position").asLong(),
                    node.required("aggregateId").asText(),
                    node.required("version").asLong(),
                    UUID.fromString(node.required("commandId").asText()),
                    Instant.parse(node.required("time").asText()),
                    events,
                    metadata);
            return new Announced(new Partition(partition[0], Integer.parseInt(partition[1])), commit);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("the message is no announced commit", e);
        }
    }

    private static IllegalArgumentException untellable(Partition partition, Commit commit, Exception cause) {
        return new IllegalArgumentException(
                "commit " + commit.position() + " of " + partition + " cannot be told", cause);
    }
}
