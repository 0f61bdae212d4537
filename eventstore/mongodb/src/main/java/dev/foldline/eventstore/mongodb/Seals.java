package dev.foldline.eventstore.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.foldline.eventstore.LogDescriptor;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;

/**
 * Up to where the partitions of a log are in the archive, in the collection {@value #COLLECTION}: {@code {_id: "<log
 * id>/7@0000000000000004211", aggregate, through}}. As with checkpoints, a document is never changed and the farthest counts.
 */
final class Seals {

    static final String COLLECTION = "foldline_archive";

    private static final String THROUGH = "through";

    private final MongoCollection<BsonDocument> collection;
    private final Supplier<ReadConcern> strongest;
    private final LogDescriptor log;

    /** @param strongest see {@link CommitCollection} */
    Seals(MongoDatabase database, Supplier<ReadConcern> strongest, LogDescriptor log) {
        this.collection = database.getCollection(COLLECTION, BsonDocument.class);
        this.strongest = strongest;
        this.log = log;
    }

    /** The partition's seal now, however old a primary's knowledge is; 0 for none. */
    long find(int partition) {
        BsonDocument farthest = collection
                .withReadConcern(strongest.get())
                .find(upTo(partition, Long.MAX_VALUE))
                .sort(Sorts.descending("_id"))
                .limit(1)
                .first();
        return farthest == null ? 0 : farthest.getNumber(THROUGH).longValue();
    }

    void add(int partition, long through) {
        var document = new BsonDocument("_id", new BsonString(id(partition, through)))
                .append("aggregate", new BsonString(log.aggregateType()))
                .append(THROUGH, new BsonInt64(through));
        try {
            collection.insertOne(document);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        collection.deleteMany(upTo(partition, through - 1));
    }

    void removeUpTo(int partition, long through) {
        collection.deleteMany(upTo(partition, through));
    }

    private Bson upTo(int partition, long through) {
        return Filters.and(Filters.gte("_id", id(partition, 0)), Filters.lte("_id", id(partition, through)));
    }

    /** Sorts as the position does. */
    private String id(int partition, long through) {
        return String.format("%s/%d@%019d", log.id(), partition, through);
    }
}
