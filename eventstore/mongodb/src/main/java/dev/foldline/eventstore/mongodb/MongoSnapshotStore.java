package dev.foldline.eventstore.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import dev.foldline.eventstore.SnapshotStore;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;

/**
 * Snapshots in the context's database, in the collection {@code <aggregate>_snapshots}: one document for each aggregate and
 * revision. Thread-safe.
 *
 * <p>Neither reads nor writes are at majority: a snapshot is believed only as far as the log bears it out, and may be lost.
 * Of two that are saved at once the older may stay, for the same reason.
 */
public final class MongoSnapshotStore implements SnapshotStore {

    private static final String SUFFIX = "_snapshots";

    /** A document has at most 16 MiB, a part of which is for what is beside the state. */
    private static final int MOST_BYTES = 16 * 1024 * 1024 - 16 * 1024;

    private final MongoClient client;
    private final MongoOptions options;

    /** @param client stays its owner's to close */
    public MongoSnapshotStore(MongoClient client, MongoOptions options) {
        this.client = client;
        this.options = options;
    }

    @Override
    public Optional<Snapshot> find(Key key) {
        return call("find", key, () -> Optional.ofNullable(
                        collection(key).find(eq(SnapshotDocument.id(key))).first())
                .map(SnapshotDocument::read));
    }

    @Override
    public void save(Key key, Snapshot snapshot) {
        int bytes = snapshot.state().payload().length;
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "a snapshot of " + key.aggregate() + " has " + bytes + " bytes, more than " + MOST_BYTES);
        }
        call("save", key, () -> replaceOlder(collection(key), key, snapshot));
    }

    @Override
    public void remove(Key key, Origin origin) {
        call("remove", key, () -> collection(key)
                .deleteOne(and(
                        eq(SnapshotDocument.id(key)),
                        eq(SnapshotDocument.LOG, new BsonBinary(origin.log())),
                        eq(SnapshotDocument.NEXT_VERSION, new BsonInt64(origin.nextVersion())),
                        eq(SnapshotDocument.COMMAND, new BsonBinary(origin.commandId())))));
    }

    private static boolean replaceOlder(MongoCollection<BsonDocument> snapshots, Key key, Snapshot snapshot) {
        Origin origin = snapshot.origin();
        BsonDocument document = SnapshotDocument.write(key, snapshot);
        var older = and(
                eq(SnapshotDocument.id(key)),
                or(
                        ne(SnapshotDocument.LOG, new BsonBinary(origin.log())),
                        lt(SnapshotDocument.NEXT_VERSION, new BsonInt64(origin.nextVersion()))));
        return snapshots.replaceOne(older, document).getMatchedCount() > 0 || insert(snapshots, document);
    }

    /** Not when there is one that was not replaced. */
    private static boolean insert(MongoCollection<BsonDocument> snapshots, BsonDocument document) {
        try {
            return snapshots.insertOne(document).wasAcknowledged();
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    private MongoCollection<BsonDocument> collection(Key key) {
        return options.database(client, key.context())
                .withReadConcern(ReadConcern.LOCAL)
                .withWriteConcern(WriteConcern.W1)
                .getCollection(key.aggregate().type() + SUFFIX, BsonDocument.class);
    }

    private static <T> T call(String what, Key key, Supplier<T> call) {
        return StoreCalls.call(what + " the snapshot of " + key.aggregate() + " in", key.context(), call);
    }
}
