package dev.foldline.functions.runtime.publish;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.mongodb.ConnectionEpoch;
import dev.foldline.eventstore.mongodb.MongoEventStore;
import dev.foldline.eventstore.mongodb.MongoOptions;
import dev.foldline.eventstore.tck.server.EmbeddedMongo;
import dev.foldline.functions.runtime.Logs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A server that keeps logs, and processes that use it. */
public final class StoreForTests implements AutoCloseable {

    public static final int PARTITIONS = 3;

    private final EmbeddedMongo server = new EmbeddedMongo();
    private final List<MongoClient> clients = new ArrayList<>();

    /** The logs as a process of its own sees them: with a connection and a memory of its own. */
    public Logs process() {
        return process("");
    }

    /** As {@link #process()}, with other databases. */
    public Logs process(String prefix) {
        var epoch = new ConnectionEpoch();
        MongoClient client = MongoClients.create(
                epoch.watch(MongoClientSettings.builder().applyConnectionString(server.connectionString()))
                        .build());
        clients.add(client);
        var store = new MongoEventStore(client, epoch, MongoOptions.defaults().withDatabasePrefix(prefix));
        Map<String, EventLog> open = new ConcurrentHashMap<>();
        return (context, type) -> open.computeIfAbsent(
                context + "/" + type, key -> store.open(new LogDefinition(context, type, PARTITIONS)));
    }

    /** The log of the notes that are stored. */
    public static EventLog stored(Logs logs) {
        return logs.log("desk", "note");
    }

    /** The log of what is published of them. */
    public static EventLog published(Logs logs) {
        return logs.log("desk", "published-notes");
    }

    /** The streams of a process that publishes notes. */
    public static PublishedStreams publishing(Logs logs) {
        return new PublishedStreams(Notes.CATALOG, new PublishedLogs(logs), List.of(new Notes()));
    }

    /** The streams of a process that publishes nothing. */
    public static PublishedStreams following(Logs logs) {
        return new PublishedStreams(Notes.CATALOG, new PublishedLogs(logs), List.of());
    }

    @Override
    public void close() {
        clients.forEach(MongoClient::close);
        server.close();
    }
}
