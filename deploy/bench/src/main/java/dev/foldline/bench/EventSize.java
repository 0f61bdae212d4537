package dev.foldline.bench;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * How much room a collection takes.
 *
 * @param bytes how much
 * @param of what was counted: on disk with indexes, or documents only where the server does not tell
 */
record EventSize(long bytes, String of) {

    private static final String ON_DISK = "on disk";

    static EventSize of(MongoClient client, String databaseName, String collection) {
        MongoDatabase database = client.getDatabase(databaseName);
        try {
            checkpoint(client);
            Document stats = database.runCommand(new Document("collStats", collection));
            if (stats.containsKey("wiredTiger")) {
                return new EventSize(number(stats, "storageSize") + number(stats, "totalIndexSize"), ON_DISK);
            }
        } catch (MongoCommandException e) {
            // What a server does not tell is computed.
        }
        return new EventSize(documents(database, collection), "of BSON, no indexes");
    }

    boolean isOnDisk() {
        return of.equals(ON_DISK);
    }

    double perEvent(int events) {
        return (double) bytes / events;
    }

    /** What is not in a checkpoint yet is in no file whose size is told. */
    private static void checkpoint(MongoClient client) {
        client.getDatabase("admin").runCommand(new Document("fsync", 1));
    }

    private static long documents(MongoDatabase database, String collection) {
        long bytes = 0;
        for (RawBsonDocument document :
                database.getCollection(collection, RawBsonDocument.class).find()) {
            bytes += document.getByteBuffer().remaining();
        }
        return bytes;
    }

    private static long number(Document stats, String field) {
        return stats.get(field, Number.class).longValue();
    }
}
