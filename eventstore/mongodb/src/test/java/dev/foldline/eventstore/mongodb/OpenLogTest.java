package dev.foldline.eventstore.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.LogMismatchException;
import dev.foldline.eventstore.tck.server.EmbeddedMongo;
import dev.foldline.eventstore.tck.server.MongoServer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What opening a log makes and checks in the database. */
class OpenLogTest {

    private static final MongoServer SERVER = new EmbeddedMongo();
    private static final LogDefinition WALLETS = new LogDefinition("casino", "wallet", 3);

    private final MongoLogFixture fixture = new MongoLogFixture(SERVER);
    private final MongoClient client = MongoClients.create(SERVER.connectionString());
    private final MongoDatabase database = client.getDatabase(fixture.options().databaseOf("casino"));

    @BeforeEach
    void startEmpty() {
        assertThat(database.listCollectionNames()).isEmpty();
    }

    @AfterEach
    void close() {
        client.close();
        fixture.close();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void a_log_has_a_guard_and_a_collection_with_two_unique_indexes_for_each_partition() {
        EventLog log = open(WALLETS);

        assertThat(database.listCollectionNames())
                .containsExactlyInAnyOrder("foldline_log", "wallet_events_00", "wallet_events_01", "wallet_events_02");
        assertThat(database.getCollection("foldline_log").find())
                .containsExactly(new Document("_id", "wallet")
                        .append(
                                "id",
                                new Binary((byte) 4, bytes(log.descriptor().id())))
                        .append("partitions", 3)
                        .append("hash", "murmur3-x86-32")
                        .append("format", 1));
        assertThat(indexes("wallet_events_02")).containsExactlyInAnyOrder("_id_", "a_1_v_1 unique", "c_1 unique");
    }

    @Test
    void what_a_creator_that_died_left_undone_is_made_up_for() {
        open(WALLETS);
        database.getCollection("wallet_events_01").drop();
        database.getCollection("wallet_events_02").dropIndex("c_1");

        open(WALLETS);
        assertThat(indexes("wallet_events_01")).hasSize(3);
        assertThat(indexes("wallet_events_02")).hasSize(3);
    }

    @Test
    void a_log_of_another_hash_or_format_is_refused() {
        open(WALLETS);
        assertRefused(new Document("hash", "crc32"), "crc32");
        assertRefused(new Document("hash", "murmur3-x86-32").append("format", 2), "format 2");
        assertRefused(new Document("format", 1).append("id", "lost"), "without an id");
        assertRefused(new Document("format", "new"), "cannot be read");
    }

    @Test
    void collections_of_events_that_lost_their_guard_are_not_taken_for_a_new_log() {
        open(WALLETS);
        database.getCollection("foldline_log").drop();

        assertThatThrownBy(() -> open(new LogDefinition("casino", "wallet", 8)))
                .isInstanceOf(LogMismatchException.class)
                .hasMessageContaining("foldline_log");
        open(new LogDefinition("casino", "wallet-bonus", 1));
    }

    @Test
    void a_context_whose_database_cannot_be_named_is_refused() {
        var options = MongoOptions.defaults().withDatabasePrefix("a".repeat(60));

        assertThat(options.databaseOf("abc")).hasSize(63);
        assertThatThrownBy(() -> options.databaseOf("abcd")).isInstanceOf(IllegalArgumentException.class);
    }

    private EventLog open(LogDefinition definition) {
        return fixture.connect().store().open(definition);
    }

    private void assertRefused(Document change, String why) {
        database.getCollection("foldline_log").updateOne(new Document("_id", "wallet"), new Document("$set", change));
        assertThatThrownBy(() -> open(WALLETS))
                .isInstanceOf(LogMismatchException.class)
                .hasMessageContaining(why);
    }

    private List<String> indexes(String collection) {
        var indexes = new ArrayList<String>();
        for (Document index : database.getCollection(collection).listIndexes()) {
            indexes.add(index.getString("name") + (index.getBoolean("unique", false) ? " unique" : ""));
        }
        return indexes;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
