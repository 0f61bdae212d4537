package dev.foldline.eventstore.archive;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Commits as CBOR (RFC 8949), one map after the other, with the names that the store's documents have: {@code _id}, {@code a},
 * {@code v}, {@code c} as 16 bytes, {@code t} in milliseconds, {@code e} with {@code k}, {@code r} and {@code d}, and {@code m}
 * unless empty. A map with anything else in it fails.
 */
final class CommitCbor {

    private static final CBORFactory CBOR = new CBORFactory();

    private CommitCbor() {}

    static byte[] write(List<Commit> commits) {
        var bytes = new ByteArrayOutputStream();
        try (CBORGenerator generator = CBOR.createGenerator(bytes)) {
            for (Commit commit : commits) {
                write(commit, generator);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Commit commit, CBORGenerator generator) throws IOException {
        generator.writeStartObject();
        generator.writeNumberField("_id", commit.position());
        generator.writeStringField("a", commit.aggregateId());
        generator.writeNumberField("v", commit.version());
        generator.writeBinaryField("c", Keys.of(commit.commandId()));
        generator.writeNumberField("t", commit.time().toEpochMilli());
        generator.writeArrayFieldStart("e");
        for (EventData event : commit.events()) {
            write(event, generator);
        }
        generator.writeEndArray();
        if (!commit.metadata().isEmpty()) {
            generator.writeObjectFieldStart("m");
            for (Map.Entry<String, String> entry : commit.metadata().entrySet()) {
                generator.writeStringField(entry.getKey(), entry.getValue());
            }
            generator.writeEndObject();
        }
        generator.writeEndObject();
    }

    private static void write(EventData event, CBORGenerator generator) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("k", event.alias());
        if (event.revision() != 1) {
            generator.writeNumberField("r", event.revision());
        }
        generator.writeBinaryField("d", event.payload());
        generator.writeEndObject();
    }

    /** @throws IOException these are no commits */
    static List<Commit> read(byte[] bytes) throws IOException {
        var commits = new ArrayList<Commit>();
        try (JsonParser parser = CBOR.createParser(bytes)) {
            while (parser.nextToken() != null) {
                commits.add(commit(parser));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("it has what is no commit", e);
        }
        return commits;
    }

    private static Commit commit(JsonParser parser) throws IOException {
        long position = 0;
        String aggregateId = "";
        long version = -1;
        @Nullable UUID commandId = null;
        @Nullable Instant time = null;
        List<EventData> events = List.of();
        Map<String, String> metadata = Map.of();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "_id" -> position = parser.getLongValue();
                case "a" -> aggregateId = parser.getText();
                case "v" -> version = parser.getLongValue();
                case "c" -> commandId = Keys.uuid(parser.getBinaryValue());
                case "t" -> time = Instant.ofEpochMilli(parser.getLongValue());
                case "e" -> events = events(parser);
                case "m" -> metadata = metadata(parser);
                default -> throw unknown(field);
            }
        }
        if (commandId == null || time == null) {
            throw new IOException("it has a commit without a command or a time");
        }
        return new Commit(position, aggregateId, version, commandId, time, events, metadata);
    }

    private static List<EventData> events(JsonParser parser) throws IOException {
        var events = new ArrayList<EventData>();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            events.add(event(parser));
        }
        return events;
    }

    private static EventData event(JsonParser parser) throws IOException {
        String alias = "";
        int revision = 1;
        byte @Nullable [] payload = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "k" -> alias = parser.getText();
                case "r" -> revision = parser.getIntValue();
                case "d" -> payload = parser.getBinaryValue();
                default -> throw unknown(field);
            }
        }
        if (payload == null) {
            throw new IOException("it has an event without a payload");
        }
        return new EventData(alias, revision, payload);
    }

    private static Map<String, String> metadata(JsonParser parser) throws IOException {
        var metadata = new HashMap<String, String>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            metadata.put(name, parser.getText());
        }
        return metadata;
    }

    private static IOException unknown(String field) {
        return new IOException("it has a commit with the unknown field '" + field + "'");
    }
}
