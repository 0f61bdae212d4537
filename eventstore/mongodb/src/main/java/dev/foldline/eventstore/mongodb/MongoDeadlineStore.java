package dev.foldline.eventstore.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import dev.foldline.eventstore.DeadlineStore;
import dev.foldline.eventstore.Partition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/**
 * Deadlines in the context's database, in the collection {@value #COLLECTION}, one document per key, see
 * {@link DeadlineDocument}. Reads and writes are at majority. Thread-safe.
 */
public final class MongoDeadlineStore implements DeadlineStore {

    static final String COLLECTION = "foldline_deadline";

    private static final int MOST_FORGOTTEN = 1_000;

    private final MongoClient client;
    private final MongoOptions options;
    private final Set<String> indexed = ConcurrentHashMap.newKeySet();

    /** @param client stays its owner's to close */
    public MongoDeadlineStore(MongoClient client, MongoOptions options) {
        this.client = client;
        this.options = options;
    }

    @Override
    public boolean schedule(Owner owner, Cause cause, Deadline deadline) {
        return StoreCalls.call(
                "schedule a deadline of",
                owner.policy(),
                () -> change(owner, deadline.key(), cause, DeadlineDocument.of(deadline)));
    }

    @Override
    public boolean cancel(Owner owner, Cause cause, String key) {
        return StoreCalls.call(
                "cancel a deadline of", owner.policy(), () -> change(owner, key, cause, new BsonDocument()));
    }

    /** @param content what the key has from now on; empty for no deadline */
    private boolean change(Owner owner, String key, Cause cause, BsonDocument content) {
        MongoCollection<BsonDocument> deadlines = collection(owner);
        BsonDocument set = content.clone()
                .append(DeadlineDocument.POLICY, new BsonString(owner.policy()))
                .append(DeadlineDocument.CHANGED, new BsonDateTime(System.currentTimeMillis()));
        BsonValue id = DeadlineDocument.id(owner, key);
        return insert(
                        deadlines,
                        set.clone().append("_id", id).append(DeadlineDocument.SEEN, DeadlineDocument.seen(cause)))
                || update(deadlines, DeadlineDocument.unseen(id, cause), DeadlineDocument.replacing(set, cause));
    }

    private static boolean insert(MongoCollection<BsonDocument> deadlines, BsonDocument document) {
        try {
            deadlines.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    private static boolean update(MongoCollection<BsonDocument> deadlines, Bson filter, Bson update) {
        return deadlines.updateOne(filter, update).getMatchedCount() == 1;
    }

    @Override
    public List<Deadline> due(Owner owner, Instant now, int limit) {
        return StoreCalls.call("find deadlines of", owner.policy(), () -> {
            Bson due = Filters.and(
                    Filters.eq(DeadlineDocument.POLICY, owner.policy()),
                    Filters.lte(DeadlineDocument.NEXT, new BsonDateTime(now.toEpochMilli())));
            var found = new ArrayList<Deadline>();
            for (BsonDocument document : collection(owner)
                    .find(due)
                    .sort(Sorts.ascending(DeadlineDocument.NEXT))
                    .limit(limit)) {
                found.add(DeadlineDocument.read(document));
            }
            return found;
        });
    }

    @Override
    public void postpone(Owner owner, Deadline deadline, Instant until) {
        var next = new BsonDocument(DeadlineDocument.NEXT, new BsonDateTime(until.toEpochMilli()));
        StoreCalls.call(
                "postpone a deadline of",
                owner.policy(),
                () -> update(collection(owner), unchanged(owner, deadline), new BsonDocument("$set", next)));
    }

    @Override
    public void settle(Owner owner, Deadline deadline, Instant at) {
        StoreCalls.call(
                "settle a deadline of",
                owner.policy(),
                () -> update(collection(owner), unchanged(owner, deadline), DeadlineDocument.settled(at)));
    }

    private static Bson unchanged(Owner owner, Deadline deadline) {
        return Filters.and(
                Filters.eq("_id", DeadlineDocument.id(owner, deadline.key())),
                Filters.eq(DeadlineDocument.COMMAND_ID, new BsonBinary(deadline.commandId())));
    }

    @Override
    public void forget(Owner owner, Map<Partition, Long> reached, Instant before) {
        StoreCalls.call("forget deadlines of", owner.policy(), () -> {
            MongoCollection<BsonDocument> deadlines = collection(owner);
            Bson over = Filters.and(
                    Filters.eq(DeadlineDocument.POLICY, owner.policy()),
                    Filters.exists(DeadlineDocument.NEXT, false),
                    Filters.lt(DeadlineDocument.CHANGED, new BsonDateTime(before.toEpochMilli())));
            for (BsonDocument document : deadlines.find(over).limit(MOST_FORGOTTEN)) {
                if (DeadlineDocument.isReached(document, reached)) {
                    deadlines.deleteOne(DeadlineDocument.same(document));
                }
            }
            return reached;
        });
    }

    private MongoCollection<BsonDocument> collection(Owner owner) {
        MongoCollection<BsonDocument> deadlines =
                options.database(client, owner.context()).getCollection(COLLECTION, BsonDocument.class);
        if (!indexed.contains(owner.context())) {
            deadlines.createIndex(Indexes.ascending(DeadlineDocument.POLICY, DeadlineDocument.NEXT));
            indexed.add(owner.context());
        }
        return deadlines;
    }
}
