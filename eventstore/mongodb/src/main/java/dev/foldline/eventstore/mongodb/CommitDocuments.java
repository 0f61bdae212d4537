package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitFilter;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.UnreadableEventException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BSONException;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;

/**
 * Commits to documents and back, outside of the driver, so that a document that cannot be made or read is told apart from a
 * server that cannot be reached, and before anything is sent.
 */
final class CommitDocuments {

    /** The largest document that MongoDB takes, in bytes. */
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final CommitCodec CODEC = new CommitCodec();

    private final Partition partition;

    CommitDocuments(Partition partition) {
        this.partition = partition;
    }

    RawBsonDocument write(Commit commit) {
        var document = new RawBsonDocument(commit, CODEC);
        int bytes = document.getByteBuffer().remaining();
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException("the commit of command " + commit.commandId() + " in " + partition
                    + " has " + bytes + " bytes, more than the " + MAX_BYTES + " that a document may have");
        }
        return document;
    }

    List<Commit> readAll(Iterable<RawBsonDocument> documents) {
        var commits = new ArrayList<Commit>();
        documents.forEach(document -> commits.add(read(document)));
        return commits;
    }

    /** The filter in the server's words; an empty document for everything. */
    static BsonDocument filter(CommitFilter wanted) {
        var filter = new BsonDocument();
        if (!wanted.aliases().isEmpty()) {
            List<BsonString> aliases =
                    wanted.aliases().stream().sorted().map(BsonString::new).toList();
            filter.append("e.k", new BsonDocument("$in", new BsonArray(aliases)));
        }
        var times = new BsonDocument();
        if (!wanted.from().equals(Instant.MIN)) {
            times.append("$gte", nextMillisecond(wanted.from()));
        }
        if (!wanted.until().equals(Instant.MAX)) {
            times.append("$lt", nextMillisecond(wanted.until()));
        }
        return times.isEmpty() ? filter : filter.append("t", times);
    }

    /** Stored times are of whole milliseconds, so what is before a part of one is before the next. */
    private static BsonDateTime nextMillisecond(Instant time) {
        return new BsonDateTime(time.plusNanos(999_999).toEpochMilli());
    }

    private Commit read(RawBsonDocument document) {
        try {
            return document.decode(CODEC);
        } catch (BSONException | IllegalArgumentException | ArithmeticException e) {
            throw new UnreadableEventException(
                    "the document " + document.get("_id") + " of " + partition + " is no commit of format "
                            + LogGuard.FORMAT + ": restore it from a backup, or deploy a version that knows its format",
                    e);
        }
    }
}
