package dev.foldline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class DurableBackendTest {

    private static final int WRITERS = 4;
    private static final int BATCH = 5;
    private static final int BATCHES_BEFORE_KILL = 40;

    @TempDir
    Path directory;

    private final AtomicLongArray acknowledged = new AtomicLongArray(WRITERS);
    private final CountDownLatch enough = new CountDownLatch(WRITERS * BATCHES_BEFORE_KILL);

    @Test
    void a_kill_amid_writes_loses_no_acknowledged_write_and_leaves_no_command_half_done() throws Exception {
        int port = Loopback.freePort();
        try (ServersProcess process = ServersProcess.start(directory, Loopback.freePort(), port, Loopback.freePort())) {
            List<Thread> writers = startWriters("mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=1000");
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            process.kill();
            for (Thread writer : writers) {
                writer.join();
            }
        }
        LocalServers.stopOrphans(directory);

        try (LocalServers servers = LocalServers.in(directory).mongodb().start();
                var client = Clients.mongo(servers.mongodb().url())) {
            for (int writer = 0; writer < WRITERS; writer++) {
                assertWhole(client.getDatabase("wallet").getCollection("events_" + writer), acknowledged.get(writer));
            }
        }
    }

    private List<Thread> startWriters(String url) {
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            writers.add(Thread.startVirtualThread(() -> write(url, number)));
        }
        return writers;
    }

    /** Writes until the server is gone. */
    private void write(String url, int writer) {
        try (var client = Clients.mongo(url)) {
            MongoCollection<Document> events = client.getDatabase("wallet").getCollection("events_" + writer);
            events.createIndex(Indexes.ascending("c"), new IndexOptions().unique(true));
            for (long position = 0; ; position += BATCH) {
                events.insertMany(batchAfter(position));
                acknowledged.set(writer, position + BATCH);
                enough.countDown();
            }
        } catch (MongoException e) {
            assertThat(enough.getCount()).as(e.getMessage()).isZero();
        }
    }

    private static List<Document> batchAfter(long position) {
        List<Document> batch = new ArrayList<>();
        for (long next = position + 1; next <= position + BATCH; next++) {
            batch.add(event(next));
        }
        return batch;
    }

    private static Document event(long position) {
        return new Document("_id", position).append("c", "command-" + position).append("d", "x".repeat(200));
    }

    private static void assertWhole(MongoCollection<Document> events, long acknowledged) {
        long tail = events.countDocuments();
        assertThat(tail).isGreaterThanOrEqualTo(acknowledged);
        assertThat(tail % BATCH).as("a command is stored whole or not at all").isZero();
        for (long position = 1; position <= tail; position++) {
            assertThat(events.find(new Document("c", "command-" + position)).first())
                    .isEqualTo(event(position));
        }
        assertThatThrownBy(() -> events.insertOne(event(tail).append("_id", tail + 1)))
                .isInstanceOf(MongoWriteException.class);
        events.insertOne(event(tail + 1));
    }

    @Test
    void the_file_stays_within_a_few_times_of_what_is_in_it() throws Exception {
        try (LocalServers servers = LocalServers.in(directory).mongodb().start();
                var client = Clients.mongo(servers.mongodb().url())) {
            MongoCollection<Document> events = client.getDatabase("wallet").getCollection("events");
            events.createIndex(Indexes.ascending("c"), new IndexOptions().unique(true));
            for (long position = 0; position < 12_000; position += 100) {
                events.insertMany(scatteredOverTheIndexAfter(position));
            }
        }
        assertThat(directory.resolve("mongodb/stand-in.mv").toFile().length())
                .as("size")
                .isLessThan(15_000_000);
    }

    private static List<Document> scatteredOverTheIndexAfter(long position) {
        return LongStream.rangeClosed(position + 1, position + 100)
                .mapToObj(next -> new Document("_id", next).append("c", Long.toHexString(next * 0x9E3779B97F4A7C15L)))
                .toList();
    }
}
