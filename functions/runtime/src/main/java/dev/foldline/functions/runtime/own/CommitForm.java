package dev.foldline.functions.runtime.own;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.NewCommit;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A commit as a CBOR array, its payloads untouched: {@code [aggregate id, version, command id, milliseconds, [alias, revision,
 * payload, …], [key, value, …]]}.
 */
final class CommitForm {

    private CommitForm() {}

    static void write(NewCommit commit, JsonGenerator out) throws IOException {
        out.writeStartArray();
        out.writeString(commit.aggregateId());
        out.writeNumber(commit.version());
        Fields.writeUuid(commit.commandId(), out);
        out.writeNumber(commit.time().toEpochMilli());
        out.writeStartArray();
        for (EventData event : commit.events()) {
            out.writeString(event.alias());
            out.writeNumber(event.revision());
            out.writeBinary(event.payload());
        }
        out.writeEndArray();
        out.writeStartArray();
        for (Map.Entry<String, String> entry : commit.metadata().entrySet()) {
            out.writeString(entry.getKey());
            out.writeString(entry.getValue());
        }
        out.writeEndArray();
        out.writeEndArray();
    }

    /** Reads what follows the start of the array. */
    static NewCommit read(Fields in) throws IOException {
        String aggregateId = in.text();
        long version = in.number();
        var commandId = in.uuid();
        Instant time = Instant.ofEpochMilli(in.number());
        List<EventData> events = events(in);
        Map<String, String> metadata = metadata(in);
        in.end();
        return new NewCommit(aggregateId, version, commandId, time, events, metadata);
    }

    private static List<EventData> events(Fields in) throws IOException {
        List<EventData> events = new ArrayList<>();
        in.start();
        while (in.more()) {
            events.add(new EventData(in.currentText(), Math.toIntExact(in.number()), in.bytes()));
        }
        return events;
    }

    private static Map<String, String> metadata(Fields in) throws IOException {
        Map<String, String> metadata = new HashMap<>();
        in.start();
        while (in.more()) {
            metadata.put(in.currentText(), in.text());
        }
        return metadata;
    }
}
