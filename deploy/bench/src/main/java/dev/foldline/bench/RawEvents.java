package dev.foldline.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import dev.foldline.eventstore.EventData;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Events as a careful person would keep them with the driver alone: one document each with names as short as ours, unique by
 * aggregate and version, acknowledged as ours are. No positions, no command ids. Thread-safe.
 */
final class RawEvents {

    private static final int BATCH = 1_000;

    private final MongoCollection<Document> collection;

    RawEvents(MongoDatabase database, String name) {
        collection = database.getCollection(name).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        collection.createIndex(Indexes.ascending("a", "v"), new IndexOptions().unique(true));
    }

    void insertOne(String aggregateId, long version, EventData event) {
        collection.insertOne(document(aggregateId, version, event));
    }

    /** Inserts events of one aggregate in order, from this version on. */
    void insertMany(String aggregateId, long version, List<EventData> events) {
        collection.insertMany(IntStream.range(0, events.size())
                .mapToObj(i -> document(aggregateId, version + i, events.get(i)))
                .toList());
    }

    /** Reads one event. */
    EventData findOne(String aggregateId, long version) {
        return event(collection
                .find(Filters.and(Filters.eq("a", aggregateId), Filters.eq("v", version)))
                .cursor()
                .next());
    }

    /** Reads an aggregate's events by version. */
    void load(String aggregateId, Consumer<EventData> each) {
        collection
                .find(Filters.eq("a", aggregateId))
                .sort(Sorts.ascending("v"))
                .batchSize(BATCH)
                .forEach(document -> each.accept(event(document)));
    }

    /** Reads all events in the order in which they lie. */
    void scan(Consumer<EventData> each) {
        collection.find().batchSize(BATCH).forEach(document -> each.accept(event(document)));
    }

    private static Document document(String aggregateId, long version, EventData event) {
        return new Document("a", aggregateId)
                .append("v", version)
                .append("t", Instant.now())
                .append("k", event.alias())
                .append("r", event.revision())
                .append("d", new Binary(event.payload()));
    }

    private static EventData event(Document document) {
        return new EventData(
                document.getString("k"),
                document.getInteger("r"),
                document.get("d", Binary.class).getData());
    }
}
