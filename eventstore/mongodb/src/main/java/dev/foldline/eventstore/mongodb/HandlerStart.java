package dev.foldline.eventstore.mongodb;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.foldline.eventstore.DerivedIds;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.LogMismatchException;
import java.util.List;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * How a handler began with a log. The document that says so is inserted once, before the handler's first checkpoint of that
 * log: where there is a checkpoint and, looked for after it, no such document, the handler began without one.
 */
record HandlerStart(MongoCollection<BsonDocument> checkpoints, String handler, LogDescriptor log) {

    private static final String IDS = "ids";
    private static final BsonString TIME_ORDERED = new BsonString("time-ordered");

    DerivedIds ids() {
        boolean hasCheckpoint = hasCheckpoint();
        BsonDocument stored = find();
        if (stored == null && hasCheckpoint) {
            return DerivedIds.HASHED;
        }
        if (stored == null) {
            MongoCheckpointStore.insert(checkpoints, document());
            stored = find();
        }
        requireKnown(stored);
        return DerivedIds.TIME_ORDERED;
    }

    private boolean hasCheckpoint() {
        List<String> names = log.allPartitions().stream()
                .map(partition -> MongoCheckpointStore.name(handler, partition))
                .toList();
        var ofThisLog = Filters.eq(MongoCheckpointStore.LOG, new BsonBinary(log.id()));
        return checkpoints
                        .find(Filters.and(Filters.in("_id", names), ofThisLog))
                        .first()
                != null;
    }

    private @Nullable BsonDocument find() {
        return checkpoints.find(Filters.eq("_id", id())).first();
    }

    private BsonDocument document() {
        return new BsonDocument("_id", new BsonString(id()))
                .append(MongoCheckpointStore.LOG, new BsonBinary(log.id()))
                .append(IDS, TIME_ORDERED);
    }

    private void requireKnown(@Nullable BsonDocument stored) {
        if (stored == null || !TIME_ORDERED.equals(stored.get(IDS))) {
            throw new LogMismatchException("the document " + id() + " in " + MongoCheckpointStore.COLLECTION
                    + " does not say that ids are " + TIME_ORDERED.getValue()
                    + ": deploy a version that knows what it says, or restore it from a backup");
        }
    }

    private String id() {
        return handler + ":" + log.aggregateType() + "#" + log.id();
    }
}
