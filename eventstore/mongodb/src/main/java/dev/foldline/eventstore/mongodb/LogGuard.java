package dev.foldline.eventstore.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.LogMismatchException;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.Partitioner;
import dev.foldline.eventstore.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * The document that says what a log is, in the collection {@value #COLLECTION}:
 * {@code {_id: aggregate type, id: UUID, partitions, hash, format}}, and while it
 * is being filled with a copy of another log {@code filling: {source: UUID, heads: [position, …]}}.
 */
final class LogGuard {

    static final String COLLECTION = "foldline_log";

    /** The format of the documents that this version writes and reads. */
    static final int FORMAT = 1;

    private static final String FILLING = "filling";

    /**
     * What a log is being filled with: a copy of another log.
     *
     * @param source the identity of the other log
     * @param heads its heads
     */
    record Filling(UUID source, List<Long> heads) {

        private static Filling of(BsonDocument stored) {
            return new Filling(
                    stored.getBinary("source").asUuid(),
                    stored.getArray("heads").stream()
                            .map(head -> head.asNumber().longValue())
                            .toList());
        }

        private BsonDocument document() {
            var positions = new BsonArray();
            heads.forEach(head -> positions.add(new BsonInt64(head)));
            return new BsonDocument("source", new BsonBinary(source)).append("heads", positions);
        }
    }

    private final MongoDatabase database;
    private final MongoCollection<BsonDocument> guards;
    private final Supplier<ReadConcern> strongest;

    /** @param strongest see {@link CommitCollection} */
    LogGuard(MongoDatabase database, Supplier<ReadConcern> strongest) {
        this.database = database;
        this.guards = database.getCollection(COLLECTION, BsonDocument.class);
        this.strongest = strongest;
    }

    /** The logs in a context's database, by name. */
    static List<LogDefinition> logs(MongoDatabase database, String context) {
        return database.getCollection(COLLECTION, BsonDocument.class)
                .find()
                .sort(Sorts.ascending("_id"))
                .map(stored -> new LogDefinition(
                        context,
                        stored.getString("_id").getValue(),
                        stored.getNumber("partitions").intValue()))
                .into(new ArrayList<>());
    }

    /** The log of this definition, which is made if there is none. */
    LogDescriptor openOrCreate(LogDefinition definition) {
        BsonDocument stored = find(guards, definition.aggregateType());
        if (stored == null) {
            stored = create(definition, null);
        }
        if (stored.containsKey(FILLING)) {
            throw new LogMismatchException(nameOf(definition) + " is only partly a copy of log "
                    + Filling.of(stored.getDocument(FILLING)).source()
                    + " yet: run ./foldline repartition again until it is done, or drop it");
        }
        return opened(definition, stored);
    }

    /** The log of this definition, which nobody else can open until it is {@link #filled}; made if there is none. */
    LogDescriptor fill(LogDefinition definition, Filling filling) {
        BsonDocument stored = find(guards, definition.aggregateType());
        if (stored == null) {
            stored = create(definition, filling);
        }
        if (!stored.containsKey(FILLING)) {
            throw new RepartitionException(nameOf(definition) + " is there already, and complete");
        }
        Filling found = Filling.of(stored.getDocument(FILLING));
        if (!found.equals(filling)) {
            throw new RepartitionException(nameOf(definition) + " is partly a copy of log " + found.source()
                    + " when that had the heads " + found.heads() + ", but is to be one of log " + filling.source()
                    + " with the heads " + filling.heads() + ". Drop it and start again");
        }
        return opened(definition, stored);
    }

    /** From now on the log can be opened. */
    void filled(LogDescriptor log) {
        guards.updateOne(new BsonDocument("_id", new BsonString(log.aggregateType())), Updates.unset(FILLING));
    }

    private LogDescriptor opened(LogDefinition definition, BsonDocument stored) {
        requireMatch(definition, stored);
        return new LogDescriptor(
                idOf(stored), definition.aggregateType(), new Partitioner(definition.partitions()), FORMAT);
    }

    /** Fails when the log has been replaced by another one of the same name, or is no longer there. */
    void requireSame(LogDescriptor log) {
        if (!isSame(log, find(guards, log.aggregateType()))
                && !isSame(log, find(guards.withReadConcern(strongest.get()), log.aggregateType()))) {
            throw new LogTruncatedException("log '" + log.aggregateType() + "' in database '" + database.getName()
                    + "' is not the one that was opened, whose id is " + log.id()
                    + ": it was lost or replaced. Stop what uses it and restore it from a backup, or reset every"
                    + " checkpoint and projection and start anew with the log that is there");
        }
    }

    private static boolean isSame(LogDescriptor log, @Nullable BsonDocument stored) {
        return stored != null && idOf(stored).equals(log.id());
    }

    private BsonDocument create(LogDefinition definition, @Nullable Filling filling) {
        requireNoEvents(definition);
        var document = new BsonDocument("_id", new BsonString(definition.aggregateType()))
                .append("id", new BsonBinary(UUID.randomUUID()))
                .append("partitions", new BsonInt32(definition.partitions()))
                .append("hash", new BsonString(Partitioner.HASH))
                .append("format", new BsonInt32(FORMAT));
        if (filling != null) {
            document.append(FILLING, filling.document());
        }
        try {
            guards.insertOne(document);
            return document;
        } catch (MongoWriteException e) {
            return somebodyElses(definition, e);
        }
    }

    /** Collections are made after the guard, so those without one were left by a loss, and nobody knows what they are. */
    private void requireNoEvents(LogDefinition definition) {
        String prefix = PartitionCollections.prefixOf(definition.aggregateType());
        for (String collection : database.listCollectionNames()) {
            if (collection.startsWith(prefix) && find(guards, definition.aggregateType()) == null) {
                throw new LogMismatchException("log '" + definition.aggregateType() + "' in database '"
                        + database.getName() + "' has the collection " + collection + " but no document in "
                        + COLLECTION
                        + " that says what it is. Restore " + COLLECTION + " from a backup too");
            }
        }
    }

    private BsonDocument somebodyElses(LogDefinition definition, MongoWriteException e) {
        if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
            throw e;
        }
        BsonDocument stored = find(guards, definition.aggregateType());
        if (stored == null) {
            throw new StoreUnavailableException(
                    "log '" + definition.aggregateType() + "' is being created by another process, try again", e);
        }
        return stored;
    }

    private static @Nullable BsonDocument find(MongoCollection<BsonDocument> guards, String aggregateType) {
        return guards.find(new BsonDocument("_id", new BsonString(aggregateType)))
                .first();
    }

    private void requireMatch(LogDefinition definition, BsonDocument stored) {
        String found = describe(stored);
        String expected = describe(definition.partitions(), Partitioner.HASH, FORMAT);
        if (!found.equals(expected)) {
            throw new LogMismatchException("log '" + definition.aggregateType() + "' in database '"
                    + database.getName() + "' has " + found + ", but this process expects " + expected
                    + ". A log keeps what it was created with: change the configuration or the version");
        }
    }

    private String nameOf(LogDefinition definition) {
        return "log '" + definition.aggregateType() + "' in database '" + database.getName() + "'";
    }

    private static String describe(BsonDocument stored) {
        try {
            return describe(
                            stored.getNumber("partitions").intValue(),
                            stored.getString("hash").getValue(),
                            stored.getNumber("format").intValue())
                    + (stored.isBinary("id") ? "" : " without an id");
        } catch (BsonInvalidOperationException e) {
            return "a description that cannot be read";
        }
    }

    private static String describe(int partitions, String hash, int format) {
        return partitions + " partitions by " + hash + " in format " + format;
    }

    private static UUID idOf(BsonDocument stored) {
        return stored.getBinary("id").asUuid();
    }
}
