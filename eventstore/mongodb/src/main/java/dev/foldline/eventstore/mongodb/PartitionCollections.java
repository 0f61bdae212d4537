package dev.foldline.eventstore.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ClusteredIndexOptions;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.foldline.eventstore.Partition;
import java.util.HashSet;
import java.util.Set;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/**
 * Makes the collections of a log and their indexes where they are missing. Any number of processes may do so at once, and
 * a process that finds all of it needs no right to make any.
 */
final class PartitionCollections {

    private static final int NAMESPACE_EXISTS = 48;

    private final MongoDatabase database;
    private final Set<String> existing;

    PartitionCollections(MongoDatabase database) {
        this.database = database;
        this.existing = database.listCollectionNames().into(new HashSet<>());
    }

    MongoCollection<RawBsonDocument> open(Partition partition) {
        String name = nameOf(partition);
        if (!existing.contains(name)) {
            create(name);
        }
        MongoCollection<RawBsonDocument> collection = database.getCollection(name, RawBsonDocument.class);
        ensureUnique(collection, "a_1_v_1", Indexes.ascending("a", "v"));
        ensureUnique(collection, "c_1", Indexes.ascending("c"));
        return collection;
    }

    /** What the names of an aggregate type's collections begin with. */
    static String prefixOf(String aggregateType) {
        return aggregateType + "_events_";
    }

    static String nameOf(Partition partition) {
        return prefixOf(partition.aggregateType()) + String.format("%02d", partition.number());
    }

    private void create(String name) {
        var byPosition = new ClusteredIndexOptions(new BsonDocument("_id", new BsonInt32(1)), true);
        try {
            create(name, new CreateCollectionOptions().clusteredIndexOptions(byPosition));
        } catch (MongoNotPrimaryException | MongoNodeIsRecoveringException e) {
            throw e;
        } catch (MongoCommandException e) {
            // Servers before 5.3 know no clustered collections, and each refuses them with another code.
            create(name, new CreateCollectionOptions());
        }
    }

    private void create(String name, CreateCollectionOptions options) {
        try {
            database.createCollection(name, options);
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != NAMESPACE_EXISTS) {
                throw e;
            }
        }
    }

    private static void ensureUnique(MongoCollection<?> collection, String name, Bson keys) {
        if (isUnique(collection, name)) {
            return;
        }
        try {
            collection.createIndex(keys, new IndexOptions().name(name).unique(true));
        } catch (MongoException e) {
            // Somebody else may have made it meanwhile, which not every server takes calmly.
            if (!isUnique(collection, name)) {
                throw e;
            }
        }
    }

    private static boolean isUnique(MongoCollection<?> collection, String name) {
        for (BsonDocument index : collection.listIndexes(BsonDocument.class)) {
            if (name.equals(index.getString("name").getValue())) {
                return index.getBoolean("unique", BsonBoolean.FALSE).getValue();
            }
        }
        return false;
    }
}
