package dev.foldline.eventstore.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitFilter;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.Partition;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;

/** The queries on one partition's collection, at majority unless they say otherwise. They judge nothing. */
class CommitCollection {

    private static final BsonDocument BY_POSITION = new BsonDocument("_id", new BsonInt32(1));
    private static final BsonDocument BY_POSITION_DOWN = new BsonDocument("_id", new BsonInt32(-1));
    private static final BsonDocument BY_VERSION = new BsonDocument("v", new BsonInt32(1));
    private static final BsonDocument BY_VERSION_DOWN = new BsonDocument("v", new BsonInt32(-1));
    private static final long LINEARIZABLE_MILLIS = 2_000;

    private final MongoCollection<RawBsonDocument> collection;
    private final CommitDocuments documents;
    private final Supplier<ReadConcern> strongest;

    /** @param strongest the read concern that a primary which was replaced unawares cannot satisfy, if the server has it */
    CommitCollection(
            MongoCollection<RawBsonDocument> collection, Partition partition, Supplier<ReadConcern> strongest) {
        this.collection = collection;
        this.documents = new CommitDocuments(partition);
        this.strongest = strongest;
    }

    List<Commit> from(long position, int limit) {
        return documents.readAll(collection
                .find(new BsonDocument("_id", operator("$gte", new BsonInt64(position))))
                .sort(BY_POSITION)
                .limit(limit));
    }

    /** Those up to {@code to} that are wanted, and the one at {@code to}, by position. */
    List<Commit> matching(CommitFilter wanted, long after, long to, int limit) {
        var last = new BsonDocument("_id", new BsonInt64(to));
        var filter = new BsonDocument(
                        "_id", operator("$gt", new BsonInt64(after)).append("$lte", new BsonInt64(to)))
                .append("$or", new BsonArray(List.of(last, CommitDocuments.filter(wanted))));
        return documents.readAll(collection.find(filter).sort(BY_POSITION).limit(limit));
    }

    List<Commit> ofAggregate(String aggregateId, long fromVersion, long toVersion) {
        var filter = new BsonDocument("a", new BsonString(aggregateId));
        var versions = new BsonDocument();
        if (fromVersion > 0) {
            versions.append("$gte", new BsonInt64(fromVersion));
        }
        if (toVersion < Long.MAX_VALUE) {
            versions.append("$lt", new BsonInt64(toVersion));
        }
        if (!versions.isEmpty()) {
            filter.append("v", versions);
        }
        return documents.readAll(collection.find(filter).sort(BY_VERSION));
    }

    Optional<Commit> lastOf(String aggregateId) {
        return first(collection
                .find(new BsonDocument("a", new BsonString(aggregateId)))
                .sort(BY_VERSION_DOWN));
    }

    Optional<Commit> ofCommand(UUID commandId) {
        return first(collection.find(new BsonDocument("c", new BsonBinary(commandId))));
    }

    Optional<Commit> at(long position) {
        return first(collection.find(new BsonDocument("_id", new BsonInt64(position))));
    }

    /** As {@link #at}, but never by a primary that others have replaced already, and later than all they did. */
    Optional<Commit> atForCertain(long position) {
        return first(collection
                .withReadConcern(strongest.get())
                .find(new BsonDocument("_id", new BsonInt64(position)))
                .maxTime(LINEARIZABLE_MILLIS, TimeUnit.MILLISECONDS));
    }

    Optional<Commit> last() {
        return first(collection.find().sort(BY_POSITION_DOWN));
    }

    /** What of the log keeps this commit out, other than its position: its command, or its aggregate's version. */
    List<Commit> inTheWayOf(NewCommit commit) {
        var command = new BsonDocument("c", new BsonBinary(commit.commandId()));
        var version = new BsonDocument("a", new BsonString(commit.aggregateId()))
                .append("v", new BsonInt64(commit.version()));
        return documents.readAll(collection.find(new BsonDocument("$or", new BsonArray(List.of(command, version)))));
    }

    /** Inserts in order, up to the first that cannot be. */
    void insert(List<Commit> commits) {
        collection.insertMany(commits.stream().map(documents::write).toList());
    }

    /** The first between two positions, which are not among them. */
    List<Commit> between(long after, long before, int limit) {
        var positions = operator("$gt", new BsonInt64(after)).append("$lt", new BsonInt64(before));
        return documents.readAll(collection
                .find(new BsonDocument("_id", positions))
                .sort(BY_POSITION)
                .limit(limit));
    }

    /** Removes these commits, and no others that may be at their positions. */
    void remove(List<Commit> commits) {
        var positions = new BsonArray();
        var commands = new BsonArray();
        for (Commit commit : commits) {
            positions.add(new BsonInt64(commit.position()));
            commands.add(new BsonBinary(commit.commandId()));
        }
        collection.deleteMany(
                new BsonDocument("_id", operator("$in", positions)).append("c", operator("$in", commands)));
    }

    /** Inserts those that are not there, one after the other. */
    void putBack(List<Commit> commits) {
        List<RawBsonDocument> left = commits.stream().map(documents::write).toList();
        while (!left.isEmpty()) {
            left = left.subList(putBackUntilOneIsThere(left), left.size());
        }
    }

    /** How many need no more care: all, or those up to the first that was there. */
    private int putBackUntilOneIsThere(List<RawBsonDocument> commits) {
        try {
            collection.insertMany(commits);
            return commits.size();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || e.getWriteErrors().getFirst().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return e.getWriteErrors().getFirst().getIndex() + 1;
        }
    }

    private Optional<Commit> first(FindIterable<RawBsonDocument> found) {
        return documents.readAll(found.limit(1)).stream().findFirst();
    }

    private static BsonDocument operator(String name, BsonValue value) {
        return new BsonDocument(name, value);
    }
}
