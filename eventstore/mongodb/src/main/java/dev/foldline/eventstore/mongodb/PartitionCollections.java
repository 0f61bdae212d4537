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
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/**
 * Makes the collections of a log and their indexes where they are missing: clustered by position, and in blocks that
 * Zstandard compresses, where the server knows these. Any number of processes may do so at once, and a process that finds
 * all of it needs no right to make any, and takes it as it is.
 */
final class PartitionCollections {

    private static final int NAMESPACE_EXISTS = 48;

    /**
     * What is written at the end is compressed once: documents, and ids of commands that are in the order of time. Blocks of
     * {@code {a: 1, v: 1}} are written again at each checkpoint, so that index is as the server makes it.
     */
    private static final BsonDocument COMPRESSED =
            new BsonDocument("wiredTiger", new BsonDocument("configString", new BsonString("block_compressor=zstd")));

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
        ensure(collection, Indexes.ascending("a", "v"), List.of(unique("a_1_v_1")));
        ensure(collection, Indexes.ascending("c"), List.of(unique("c_1").storageEngine(COMPRESSED), unique("c_1")));
        return collection;
    }

    /** What the names of an aggregate type's collections begin with. */
    static String prefixOf(String aggregateType) {
        return aggregateType + "_events_";
    }

    static String nameOf(Partition partition) {
        return prefixOf(partition.aggregateType()) + String.format("%02d", partition.number());
    }

    /** Servers know clustered collections since 5.3 and Zstandard since 4.2, and each refuses what it does not know otherwise. */
    private void create(String name) {
        var byPosition = new ClusteredIndexOptions(new BsonDocument("_id", new BsonInt32(1)), true);
        firstThatIsTaken(
                List.of(
                        new CreateCollectionOptions()
                                .clusteredIndexOptions(byPosition)
                                .storageEngineOptions(COMPRESSED),
                        new CreateCollectionOptions().clusteredIndexOptions(byPosition),
                        new CreateCollectionOptions().storageEngineOptions(COMPRESSED),
                        new CreateCollectionOptions()),
                options -> create(name, options));
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

    private static void ensure(MongoCollection<?> collection, Bson keys, List<IndexOptions> choices) {
        String name = choices.getFirst().getName();
        if (isUnique(collection, name)) {
            return;
        }
        try {
            firstThatIsTaken(choices, options -> collection.createIndex(keys, options));
        } catch (MongoException e) {
            // Somebody else may have made it meanwhile, which not every server takes calmly.
            if (!isUnique(collection, name)) {
                throw e;
            }
        }
    }

    private static IndexOptions unique(String name) {
        return new IndexOptions().name(name).unique(true);
    }

    /** Tries one after the other while the server refuses them; throws as the last one does. */
    private static <T> void firstThatIsTaken(List<T> choices, Consumer<T> use) {
        for (T choice : choices.subList(0, choices.size() - 1)) {
            try {
                use.accept(choice);
                return;
            } catch (MongoNotPrimaryException | MongoNodeIsRecoveringException e) {
                throw e;
            } catch (MongoCommandException e) {
                // The next one asks for less.
            }
        }
        use.accept(choices.getLast());
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
