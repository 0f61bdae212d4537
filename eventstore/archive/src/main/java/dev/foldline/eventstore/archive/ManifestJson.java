package dev.foldline.eventstore.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foldline.eventstore.Partition;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;

/** Manifests as JSON, by hand: a native executable knows no records by name. */
final class ManifestJson {

    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new JsonMapper();

    private ManifestJson() {}

    static byte[] write(Manifest manifest) {
        ObjectNode root = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("number", manifest.number())
                .put("log", manifest.place().log().toString())
                .put("context", manifest.place().context())
                .put("aggregate", manifest.place().partition().aggregateType())
                .put("partition", manifest.place().partition().number());
        manifest.segments().forEach(segment -> root.withArray("segments").add(write(segment)));
        return root.toPrettyString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static ObjectNode write(SegmentInfo segment) {
        ObjectNode node = JSON.createObjectNode()
                .put("name", segment.name())
                .put("first", segment.first())
                .put("last", segment.last())
                .put("events", segment.events())
                .put("bytes", segment.bytes())
                .put("sha256", segment.sha256())
                .put("earliest", segment.earliest().toString())
                .put("latest", segment.latest().toString());
        CommandTimes commands = segment.commands();
        node.putObject("commands")
                .put("from", commands.from())
                .put("to", commands.to())
                .put("others", commands.others());
        return node;
    }

    /** @throws IOException this is no manifest, or of a format that this version does not know */
    static Manifest read(byte[] bytes) throws IOException {
        JsonNode root = JSON.readTree(bytes);
        int format = root.path("format").asInt();
        if (format != FORMAT) {
            throw new IOException("it is of format " + format + ", and this version knows " + FORMAT);
        }
        try {
            var place = new Place(
                    UUID.fromString(root.path("log").asText()),
                    root.path("context").asText(),
                    new Partition(
                            root.path("aggregate").asText(),
                            root.path("partition").asInt(-1)));
            var segments = new ArrayList<SegmentInfo>();
            for (JsonNode segment : root.path("segments")) {
                segments.add(segment(segment));
            }
            var manifest = new Manifest(place, root.path("number").asLong(), segments);
            manifest.requireDense();
            return manifest;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("it has what is no manifest", e);
        }
    }

    private static SegmentInfo segment(JsonNode node) {
        JsonNode commands = node.path("commands");
        return new SegmentInfo(
                node.path("name").asText(),
                node.path("first").asLong(),
                node.path("last").asLong(),
                node.path("events").asLong(),
                node.path("bytes").asLong(),
                node.path("sha256").asText(),
                Instant.parse(node.path("earliest").asText()),
                Instant.parse(node.path("latest").asText()),
                new CommandTimes(
                        commands.path("from").asLong(),
                        commands.path("to").asLong(),
                        commands.path("others").asBoolean(true)));
    }
}
