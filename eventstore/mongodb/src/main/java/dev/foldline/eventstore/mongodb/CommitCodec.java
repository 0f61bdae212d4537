package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonBinary;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * Commits as documents of format {@value LogGuard#FORMAT}:
 * {@code {_id: position, a: aggregate id, v: version before, c: command id, t: time, e: [{k: alias, r: revision, d: payload}],
 * m: metadata}}, where {@code r} is absent when 1 and {@code m} when empty. A document with anything else in it fails.
 */
final class CommitCodec implements Codec<Commit> {

    @Override
    public Class<Commit> getEncoderClass() {
        return Commit.class;
    }

    @Override
    public void encode(BsonWriter writer, Commit commit, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeInt64("_id", commit.position());
        writer.writeString("a", commit.aggregateId());
        writer.writeInt64("v", commit.version());
        writer.writeBinaryData("c", new BsonBinary(commit.commandId()));
        writer.writeDateTime("t", commit.time().toEpochMilli());
        writer.writeStartArray("e");
        commit.events().forEach(event -> writeEvent(writer, event));
        writer.writeEndArray();
        if (!commit.metadata().isEmpty()) {
            writer.writeStartDocument("m");
            commit.metadata().forEach(writer::writeString);
            writer.writeEndDocument();
        }
        writer.writeEndDocument();
    }

    private static void writeEvent(BsonWriter writer, EventData event) {
        writer.writeStartDocument();
        writer.writeString("k", event.alias());
        if (event.revision() != 1) {
            writer.writeInt32("r", event.revision());
        }
        writer.writeBinaryData("d", new BsonBinary(event.payload()));
        writer.writeEndDocument();
    }

    @Override
    public Commit decode(BsonReader reader, DecoderContext context) {
        var document = new StoredCommit();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "_id" -> document.position = readLong(reader);
                case "a" -> document.aggregateId = reader.readString();
                case "v" -> document.version = readLong(reader);
                case "c" -> document.commandId = reader.readBinaryData().asUuid();
                case "t" -> document.time = Instant.ofEpochMilli(reader.readDateTime());
                case "e" -> document.events = readEvents(reader);
                case "m" -> document.metadata = readMetadata(reader);
                default -> throw unknownField(reader);
            }
        }
        reader.readEndDocument();
        return document.toCommit();
    }

    private static List<EventData> readEvents(BsonReader reader) {
        var events = new ArrayList<EventData>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            events.add(readEvent(reader));
        }
        reader.readEndArray();
        return events;
    }

    private static EventData readEvent(BsonReader reader) {
        String alias = null;
        int revision = 1;
        byte[] payload = null;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "k" -> alias = reader.readString();
                case "r" -> revision = Math.toIntExact(readLong(reader));
                case "d" -> payload = reader.readBinaryData().getData();
                default -> throw unknownField(reader);
            }
        }
        reader.readEndDocument();
        return new EventData(StoredCommit.required("k", alias), revision, StoredCommit.required("d", payload));
    }

    private static Map<String, String> readMetadata(BsonReader reader) {
        var metadata = new HashMap<String, String>();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            metadata.put(reader.readName(), reader.readString());
        }
        reader.readEndDocument();
        return metadata;
    }

    /** A tool that copied the log by way of JSON may have made small numbers into 32-bit ones. */
    private static long readLong(BsonReader reader) {
        return reader.getCurrentBsonType() == BsonType.INT32 ? reader.readInt32() : reader.readInt64();
    }

    private static BsonInvalidOperationException unknownField(BsonReader reader) {
        return new BsonInvalidOperationException("unknown field '" + reader.getCurrentName() + "'");
    }
}
