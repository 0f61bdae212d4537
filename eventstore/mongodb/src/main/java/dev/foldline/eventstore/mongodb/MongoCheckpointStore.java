package dev.foldline.eventstore.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.foldline.eventstore.CheckpointStore;
import dev.foldline.eventstore.DerivedIds;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.Partition;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints in the context's database, in the collection {@value #COLLECTION}. Reads and writes are at majority.
 * Thread-safe.
 *
 * <p>A checkpoint is never changed: each advance inserts {@code {_id: "contribute:wallet/7@0000000000000004211", log,
 * position}}, the farthest one counts, and those before it are deleted after a while. So all that is asked of the server is
 * that an id is inserted once; not every server that speaks the protocol changes a document atomically. The document
 * {@code {_id: "contribute:wallet/7", log}} comes first and says which log they are about; before it comes
 * {@code {_id: "contribute:wallet#<log>", log, ids: "time-ordered"}}, unless the handler is older than that.
 */
public final class MongoCheckpointStore implements CheckpointStore {

    static final String COLLECTION = "foldline_checkpoint";

    /** Surpassed ones are deleted when this many may have come together. */
    private static final int MOST_SURPASSED = 32;

    static final String LOG = "log";
    private static final String POSITION = "position";

    private final MongoClient client;
    private final MongoOptions options;

    /** How many advances this process has made of the checkpoints whose log it knows to be the right one. */
    private final Map<String, Integer> advances = new ConcurrentHashMap<>();

    /** @param client stays its owner's to close */
    public MongoCheckpointStore(MongoClient client, MongoOptions options) {
        this.client = client;
        this.options = options;
    }

    @Override
    public Optional<Checkpoint> find(String context, String handler, Partition partition) {
        return StoreCalls.call(
                "find the checkpoint of " + handler + " in",
                partition,
                () -> Optional.ofNullable(farthest(collection(context), name(handler, partition))));
    }

    @Override
    public DerivedIds begin(String context, String handler, LogDescriptor log) {
        var start = new HandlerStart(collection(context), handler, log);
        return StoreCalls.call("find out how " + handler + " began with", log.aggregateType(), start::ids);
    }

    @Override
    public Checkpoint advance(String context, String handler, Partition partition, Checkpoint reached) {
        return StoreCalls.call(
                "advance the checkpoint of " + handler + " in",
                partition,
                () -> advance(context, name(handler, partition), reached));
    }

    private Checkpoint advance(String context, String name, Checkpoint reached) {
        MongoCollection<BsonDocument> checkpoints = collection(context);
        String known = context + "/" + name + "/" + reached.log();
        if (!advances.containsKey(known)) {
            UUID log = claim(checkpoints, name, reached.log());
            if (!log.equals(reached.log())) {
                Checkpoint others = farthest(checkpoints, name);
                return others != null ? others : new Checkpoint(log, 0);
            }
        }
        insert(checkpoints, id(name, reached.position()), reached.log(), new BsonInt64(reached.position()));
        Checkpoint now = farthest(checkpoints, name);
        if (advances.merge(known, 1, Integer::sum) % MOST_SURPASSED == 1) {
            forgetBefore(checkpoints, name, reached.position());
        }
        return now != null ? now : reached;
    }

    /** The log that the checkpoints of this name are about: this one, if nobody was first. */
    private static UUID claim(MongoCollection<BsonDocument> checkpoints, String name, UUID log) {
        if (insert(checkpoints, name, log, null)) {
            return log;
        }
        BsonDocument first = checkpoints.find(Filters.eq("_id", name)).first();
        return first != null ? first.getBinary(LOG).asUuid() : log;
    }

    private static boolean insert(
            MongoCollection<BsonDocument> checkpoints, String id, UUID log, @Nullable BsonInt64 position) {
        var document = new BsonDocument("_id", new BsonString(id)).append(LOG, new BsonBinary(log));
        if (position != null) {
            document.append(POSITION, position);
        }
        return insert(checkpoints, document);
    }

    /** Inserts it, unless there is one of this id already: false then. */
    static boolean insert(MongoCollection<BsonDocument> checkpoints, BsonDocument document) {
        try {
            checkpoints.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    private static @Nullable Checkpoint farthest(MongoCollection<BsonDocument> checkpoints, String name) {
        BsonDocument stored = checkpoints
                .find(Filters.and(Filters.gte("_id", id(name, 0)), Filters.lte("_id", id(name, Long.MAX_VALUE))))
                .sort(Sorts.descending("_id"))
                .limit(1)
                .first();
        return stored == null
                ? null
                : new Checkpoint(
                        stored.getBinary(LOG).asUuid(),
                        stored.getNumber(POSITION).longValue());
    }

    /** Nobody waits for it, since what is left behind does no harm. */
    private static void forgetBefore(MongoCollection<BsonDocument> checkpoints, String name, long position) {
        checkpoints
                .withWriteConcern(WriteConcern.W1)
                .deleteMany(Filters.and(Filters.gte("_id", id(name, 0)), Filters.lt("_id", id(name, position))));
    }

    private MongoCollection<BsonDocument> collection(String context) {
        return options.database(client, context).getCollection(COLLECTION, BsonDocument.class);
    }

    static String name(String handler, Partition partition) {
        return handler + ":" + partition;
    }

    /** Sorts as the position does. */
    private static String id(String name, long position) {
        return String.format("%s@%019d", name, position);
    }
}
