package dev.foldline.eventstore.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.seam.ArchiveClaim;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;

/**
 * The archive's claims on a log's partitions, in the collection {@value #COLLECTION}: {@code {_id: "<log
 * id>/7@0000000000000000042", aggregate, through, manifest, by}}. A document is never changed and the greatest number counts,
 * so a claim that is late, and those before it are removed already, is none.
 */
final class ArchiveClaims {

    static final String COLLECTION = "foldline_archive";

    private static final String ID = "_id";
    private static final String THROUGH = "through";
    private static final String MANIFEST = "manifest";
    private static final String BY = "by";
    private static final BsonInt64 NO_MANIFEST = new BsonInt64(0);

    private final MongoCollection<BsonDocument> collection;
    private final Supplier<ReadConcern> strongest;
    private final LogDescriptor log;

    /** @param strongest see {@link CommitCollection} */
    ArchiveClaims(MongoDatabase database, Supplier<ReadConcern> strongest, LogDescriptor log) {
        this.collection = database.getCollection(COLLECTION, BsonDocument.class);
        this.strongest = strongest;
        this.log = log;
    }

    /** The partition's claim that holds now, however old a primary's knowledge is. */
    ArchiveClaim find(int partition) {
        return greatest(partition).map(ArchiveClaims::read).orElse(ArchiveClaim.NONE);
    }

    /** Whether it holds. An insert may arrive twice, so it is not its answer that tells. */
    boolean add(int partition, ArchiveClaim claim) {
        var by = new BsonBinary(UUID.randomUUID());
        insert(new BsonDocument(ID, new BsonString(id(partition, claim.number())))
                .append("aggregate", new BsonString(log.aggregateType()))
                .append(THROUGH, new BsonInt64(claim.through()))
                .append(MANIFEST, new BsonInt64(claim.manifest()))
                .append(BY, by));
        boolean holds =
                greatest(partition).filter(found -> by.equals(found.get(BY))).isPresent();
        if (holds) {
            collection.deleteMany(upTo(partition, claim.number() - 1));
        }
        return holds;
    }

    private void insert(BsonDocument document) {
        try {
            collection.insertOne(document);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    private Optional<BsonDocument> greatest(int partition) {
        return Optional.ofNullable(collection
                .withReadConcern(strongest.get())
                .find(upTo(partition, Long.MAX_VALUE))
                .sort(Sorts.descending(ID))
                .limit(1)
                .first());
    }

    private static ArchiveClaim read(BsonDocument document) {
        String id = document.getString(ID).getValue();
        return new ArchiveClaim(
                Long.parseLong(id.substring(id.lastIndexOf('@') + 1)),
                document.getNumber(THROUGH).longValue(),
                document.getNumber(MANIFEST, NO_MANIFEST).longValue());
    }

    private Bson upTo(int partition, long number) {
        return Filters.and(Filters.gte(ID, id(partition, 0)), Filters.lte(ID, id(partition, number)));
    }

    /** Sorts as the number does. */
    private String id(int partition, long number) {
        return String.format("%s/%d@%019d", log.id(), partition, number);
    }
}
