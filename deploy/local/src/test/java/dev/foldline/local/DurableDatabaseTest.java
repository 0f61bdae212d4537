package dev.foldline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class DurableDatabaseTest {

    private static final int COLLECTIONS = 100;
    private static final int MAKERS = 6;

    @TempDir
    Path directory;

    @Test
    void what_an_earlier_version_has_stored_is_read_and_what_is_changed_is_stored_anew() throws Exception {
        Path file = StandInMongo.fileIn(directory.resolve("mongodb"));
        Files.createDirectories(file.getParent());
        Document before = new Document("_id", 1L).append("a", "w-1").append("d", List.of(1, "two", 3.0));
        Document made = new Document("_id", new ObjectId()).append("b", true);
        Document later = new Document("_id", new ObjectId()).append("b", false);
        Document binary = new Document("_id", 3L).append("c", new Binary((byte) 4, new byte[16]));
        var earlier = new MongoServer(new H2Backend(file.toString()));
        try (var client = MongoClients.create(earlier.bindAndGetConnectionString())) {
            client.getDatabase("kept")
                    .getCollection("events")
                    .insertMany(List.of(before, new Document("_id", 2L), made));
        } finally {
            earlier.shutdownNow();
        }

        reopen(events -> {
            assertThat(events.find()).containsExactlyInAnyOrder(before, new Document("_id", 2L), made);
            events.updateOne(new Document("_id", 2L), Updates.set("a", "w-2"));
            events.insertMany(List.of(later, binary));
        });
        reopen(events -> {
            assertThat(events.find())
                    .containsExactlyInAnyOrder(before, new Document("_id", 2L).append("a", "w-2"), made, later, binary);
            assertThat(events.find(Filters.eq("_id", later.get("_id")))).containsExactly(later);
            assertThat(events.find(Filters.eq("_id", made.get("_id")))).containsExactly(made);
        });
    }

    private void reopen(Consumer<MongoCollection<Document>> use) {
        try (LocalServers servers = LocalServers.in(directory).mongodb().start();
                var client = Clients.mongo(servers.mongodb().url())) {
            use.accept(client.getDatabase("kept").getCollection("events"));
        }
    }

    @Test
    void a_collection_that_many_make_at_once_has_one_document_of_an_id() throws Exception {
        try (LocalServers servers = LocalServers.in(directory).mongodb().start();
                var client = Clients.mongo(servers.mongodb().url())) {
            MongoDatabase database = client.getDatabase("made-at-once");
            for (int i = 0; i < COLLECTIONS; i++) {
                String name = "events_" + i;
                makeAtOnce(database, name);
                MongoCollection<Document> events = database.getCollection(name);
                events.insertOne(new Document("_id", 1L).append("c", "first"));
                assertThatThrownBy(() -> events.insertOne(new Document("_id", 1L).append("c", "second")))
                        .as(name)
                        .isInstanceOf(MongoWriteException.class);
            }
        }
    }

    private static void makeAtOnce(MongoDatabase database, String name) throws InterruptedException {
        var start = new CountDownLatch(1);
        List<Thread> makers = new ArrayList<>();
        for (int maker = 0; maker < MAKERS; maker++) {
            makers.add(Thread.startVirtualThread(() -> make(database, name, start)));
        }
        start.countDown();
        for (Thread maker : makers) {
            maker.join();
        }
    }

    private static void make(MongoDatabase database, String name, CountDownLatch start) {
        try {
            start.await();
            database.createCollection(name);
        } catch (MongoCommandException e) {
            // somebody was first
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        database.getCollection(name).createIndex(Indexes.ascending("c"), new IndexOptions().unique(true));
    }
}
