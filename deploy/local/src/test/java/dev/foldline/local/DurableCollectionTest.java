package dev.foldline.local;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whichever way documents are found, the same are found. */
@SuppressWarnings("NullAway.Init")
class DurableCollectionTest {

    private static LocalServers servers;
    private static MongoClient client;
    private static MongoCollection<Document> numbered;
    private static MongoCollection<Document> named;

    @BeforeAll
    static void start(@TempDir Path directory) {
        servers = LocalServers.in(directory).mongodb().start();
        client = Clients.mongo(servers.mongodb().url());
        numbered = client.getDatabase("found").getCollection("numbered");
        named = client.getDatabase("found").getCollection("named");
        numbered.createIndex(Indexes.ascending("a", "v"), new IndexOptions().unique(true));
        numbered.insertMany(LongStream.rangeClosed(1, 20)
                .mapToObj(
                        id -> new Document("_id", id).append("a", "w" + id % 3).append("v", id / 3))
                .toList());
        named.insertMany(LongStream.rangeClosed(1, 9)
                .mapToObj(id -> new Document("_id", "n" + id))
                .toList());
    }

    @AfterAll
    static void stop() {
        client.close();
        servers.close();
    }

    @Test
    void tells_how_many_bytes_its_documents_have() {
        int bytes = 0;
        for (RawBsonDocument document : client.getDatabase("found")
                .getCollection("numbered", RawBsonDocument.class)
                .find()) {
            bytes += document.getByteBuffer().remaining();
        }
        assertThat(client.getDatabase("found")
                        .runCommand(new Document("collStats", "numbered"))
                        .getInteger("size"))
                .isEqualTo(bytes);
    }

    @Test
    void a_range_of_numbers_is_found_in_the_order_that_is_asked_for() {
        assertThat(ids(numbered.find(gte("_id", 18L)))).containsExactly(18L, 19L, 20L);
        assertThat(ids(numbered.find(and(gt("_id", 3L), lt("_id", 6L))))).containsExactly(4L, 5L);
        assertThat(ids(numbered.find(gt("_id", 3L)).sort(ascending("_id")).limit(2)))
                .containsExactly(4L, 5L);
        assertThat(ids(numbered.find(lte("_id", 7L)).sort(descending("_id")).limit(2)))
                .containsExactly(7L, 6L);
        assertThat(ids(numbered.find().sort(descending("_id")).limit(1))).containsExactly(20L);
        assertThat(ids(numbered.find(gt("_id", 20L)))).isEmpty();
    }

    @Test
    void a_number_of_another_type_is_compared_as_a_number() {
        assertThat(ids(numbered.find(gte("_id", 19)))).containsExactly(19L, 20L);
    }

    @Test
    void a_range_of_texts_is_found_in_their_order() {
        assertThat(ids(named.find(and(gte("_id", "n3"), lt("_id", "n5"))))).containsExactly("n3", "n4");
        assertThat(ids(named.find(gte("_id", "n1")).sort(descending("_id")).limit(1)))
                .containsExactly("n9");
    }

    @Test
    void what_else_a_query_asks_for_holds_too() {
        assertThat(ids(numbered.find(and(gte("_id", 10L), eq("a", "w0"))))).containsExactly(12L, 15L, 18L);
    }

    @Test
    void the_first_field_of_an_index_finds_all_that_follows() {
        assertThat(versions(eq("a", "w1"))).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(versions(and(eq("a", "w1"), gte("v", 5L)))).containsExactly(5L, 6L);
        assertThat(versions(eq("a", "w"))).isEmpty();
        assertThat(versions(and(eq("a", "w2"), eq("v", 3L)))).containsExactly(3L);
    }

    @Test
    void what_was_deleted_is_not_found() {
        MongoCollection<Document> collection = client.getDatabase("found").getCollection("deleted");
        collection.insertMany(LongStream.rangeClosed(1, 5)
                .mapToObj(id -> new Document("_id", id))
                .toList());
        collection.deleteMany(lt("_id", 4L));
        assertThat(ids(collection.find(gte("_id", 1L)))).containsExactly(4L, 5L);
    }

    @Test
    void what_either_of_two_indexes_finds_is_found_once() {
        assertThat(ids(numbered.find(or(eq("_id", 4L), and(eq("a", "w2"), eq("v", 3L))))))
                .containsExactlyInAnyOrder(4L, 11L);
        assertThat(ids(numbered.find(or(eq("_id", 4L), and(eq("a", "w1"), eq("v", 1L))))))
                .containsExactly(4L);
        assertThat(ids(numbered.find(or(eq("_id", 4L), eq("v", 6L))))).containsExactlyInAnyOrder(4L, 18L, 19L, 20L);
        assertThat(ids(numbered.find(or(eq("_id", 40L), eq("a", "w"))))).isEmpty();
    }

    @Test
    void a_database_is_dropped_and_none_whose_name_begins_alike() {
        MongoDatabase longer = client.getDatabase("dropped-not");
        MongoDatabase database = client.getDatabase("dropped");
        for (MongoDatabase each : List.of(longer, database)) {
            each.getCollection("numbered").createIndex(Indexes.ascending("a"), new IndexOptions().unique(true));
            each.getCollection("numbered").insertOne(new Document("_id", 1L).append("a", "w"));
        }
        database.drop();
        assertThat(client.listDatabaseNames()).contains("dropped-not").doesNotContain("dropped");
        assertThat(ids(longer.getCollection("numbered").find(eq("a", "w")))).containsExactly(1L);
        database.getCollection("numbered").insertOne(new Document("_id", 1L));
        assertThat(ids(database.getCollection("numbered").find())).containsExactly(1L);
        longer.drop();
        assertThat(client.listDatabaseNames()).doesNotContain("dropped-not");
    }

    private static List<Object> versions(Bson filter) {
        return numbered.find(filter)
                .sort(ascending("v"))
                .map(found -> found.get("v"))
                .into(new ArrayList<>());
    }

    private static List<Object> ids(FindIterable<Document> found) {
        return found.map(document -> document.get("_id")).into(new ArrayList<>());
    }
}
