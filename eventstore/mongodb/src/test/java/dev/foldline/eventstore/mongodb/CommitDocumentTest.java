package dev.foldline.eventstore.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.UnreadableEventException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stored format, which never changes without another format number. */
class CommitDocumentTest {

    private static final String BARE = """
            {"_id": {"$numberLong": "4211"}, \
            "a": "8b1c", \
            "v": {"$numberLong": "17"}, \
            "c": {"$binary": {"base64": "AAAAAAAAAAEAAAAAAAAAAg==", "subType": "04"}}, \
            "t": {"$date": {"$numberLong": "1772366400123"}}, \
            "e": [{"k": "bet-placed", "d": {"$binary": {"base64": "oA==", "subType": "00"}}}]}""";

    private static final String FULL = """
            {"_id": {"$numberLong": "1"}, \
            "a": "8b1c", \
            "v": {"$numberLong": "0"}, \
            "c": {"$binary": {"base64": "AAAAAAAAAAEAAAAAAAAAAg==", "subType": "04"}}, \
            "t": {"$date": {"$numberLong": "1772366400123"}}, \
            "e": [{"k": "opened", "r": {"$numberInt": "2"}, "d": {"$binary": {"base64": "oA==", "subType": "00"}}}, \
            {"k": "emptied", "d": {"$binary": {"base64": "", "subType": "00"}}}], \
            "m": {"actor": "jane"}}""";

    private static final UUID COMMAND = new UUID(1, 2);
    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final EventData BET_PLACED = new EventData("bet-placed", 1, new byte[] {(byte) 0xA0});

    private static final Commit BARE_COMMIT =
            new Commit(4211, "8b1c", 17, COMMAND, TIME, List.of(BET_PLACED), Map.of());
    private static final Commit FULL_COMMIT = new Commit(
            1,
            "8b1c",
            0,
            COMMAND,
            TIME,
            List.of(new EventData("opened", 2, new byte[] {(byte) 0xA0}), new EventData("emptied", 1, new byte[0])),
            Map.of("actor", "jane"));

    private final CommitDocuments documents = new CommitDocuments(new Partition("wallet", 7));

    @Test
    void names_are_short_and_what_is_usual_is_left_out() {
        assertThat(json(documents.write(BARE_COMMIT))).isEqualTo(BARE);
        assertThat(json(documents.write(FULL_COMMIT))).isEqualTo(FULL);
    }

    @Test
    void what_was_stored_stays_readable() {
        assertThat(read(BsonDocument.parse(BARE))).isEqualTo(BARE_COMMIT);
        assertThat(read(BsonDocument.parse(FULL))).isEqualTo(FULL_COMMIT);
    }

    @Test
    void numbers_that_a_tool_made_smaller_are_read_as_what_they_were() {
        BsonDocument copied = BsonDocument.parse(FULL);
        copied.put("_id", new BsonInt32(1));
        copied.put("v", new BsonInt32(0));

        assertThat(read(copied)).isEqualTo(FULL_COMMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_id", "a", "v", "c", "t", "e"})
    void a_document_without_a_field_is_unreadable(String field) {
        BsonDocument document = BsonDocument.parse(FULL);
        document.remove(field);

        assertUnreadable(document);
    }

    @Test
    void a_document_with_a_field_too_many_or_of_another_type_is_unreadable() {
        assertUnreadable(BsonDocument.parse(FULL).append("x", new BsonInt32(1)));
        assertUnreadable(BsonDocument.parse(FULL).append("a", new BsonInt32(1)));
        assertUnreadable(BsonDocument.parse(FULL).append("c", new BsonString(COMMAND.toString())));
        assertUnreadable(BsonDocument.parse(FULL.replace("\"k\": \"opened\", ", "")));
        assertUnreadable(
                BsonDocument.parse(FULL.replace("\"subType\": \"00\"}}}]", "\"subType\": \"00\"}}, \"z\": 1}]")));
    }

    @Test
    void a_commit_that_is_larger_than_a_document_may_be_is_refused_before_anything_is_sent() {
        var large = new EventData("opened", 1, new byte[9 * 1024 * 1024]);
        var commit = new Commit(1, "8b1c", 0, COMMAND, TIME, List.of(large, large), Map.of());

        assertThatThrownBy(() -> documents.write(commit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(COMMAND.toString());
    }

    private Commit read(BsonDocument document) {
        var raw = new RawBsonDocument(document, new BsonDocumentCodec());
        return documents.readAll(List.of(raw)).getFirst();
    }

    private void assertUnreadable(BsonDocument document) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("wallet/7");
    }

    private static String json(BsonDocument document) {
        return document.toJson(
                JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build());
    }
}
