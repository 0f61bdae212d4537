package dev.foldline.eventstore.mongodb;

import com.mongodb.client.model.Filters;
import dev.foldline.eventstore.DeadlineStore.Cause;
import dev.foldline.eventstore.DeadlineStore.Deadline;
import dev.foldline.eventstore.DeadlineStore.Owner;
import dev.foldline.eventstore.Partition;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/**
 * The form of a stored deadline:
 *
 * <pre>{ _id: "session/w-1", policy: "session", changed: ISODate,
 *   seen: { "wallet/7": "0000000000000004211.000000000000000" },      // the last change from each partition
 *   due: ISODate, next: ISODate, id: UUID, command: "wallet/end-session", body: "{…}", metadata: {…} }</pre>
 *
 * <p>A key without a deadline lacks the last line. {@code next} is {@code due}, unless it was postponed.
 */
final class DeadlineDocument {

    static final String POLICY = "policy";
    static final String CHANGED = "changed";
    static final String SEEN = "seen";
    static final String NEXT = "next";
    static final String COMMAND_ID = "id";

    private static final String DUE = "due";
    private static final String COMMAND = "command";
    private static final String BODY = "body";
    private static final String METADATA = "metadata";
    private static final List<String> CONTENT = List.of(DUE, NEXT, COMMAND_ID, COMMAND, BODY, METADATA);

    private DeadlineDocument() {}

    static BsonValue id(Owner owner, String key) {
        return new BsonString(owner.policy() + "/" + key);
    }

    /** What there is of a deadline beside its key. */
    static BsonDocument of(Deadline deadline) {
        var due = new BsonDateTime(deadline.due().toEpochMilli());
        var metadata = new BsonDocument();
        deadline.metadata().forEach((name, value) -> metadata.append(name, new BsonString(value)));
        return new BsonDocument(DUE, due)
                .append(NEXT, due)
                .append(COMMAND_ID, new BsonBinary(deadline.commandId()))
                .append(COMMAND, new BsonString(deadline.command()))
                .append(BODY, new BsonString(deadline.body()))
                .append(METADATA, metadata);
    }

    static Deadline read(BsonDocument document) {
        Map<String, String> metadata = new HashMap<>();
        document.getDocument(METADATA)
                .forEach((name, value) -> metadata.put(name, value.asString().getValue()));
        String id = document.getString("_id").getValue();
        return new Deadline(
                id.substring(id.indexOf('/') + 1),
                Instant.ofEpochMilli(document.getDateTime(DUE).getValue()),
                document.getBinary(COMMAND_ID).asUuid(),
                document.getString(COMMAND).getValue(),
                document.getString(BODY).getValue(),
                metadata);
    }

    static BsonDocument seen(Cause cause) {
        return new BsonDocument(cause.partition().toString(), place(cause));
    }

    /** The document when nothing of this cause's place or a later one of its partition was seen. */
    static Bson unseen(BsonValue id, Cause cause) {
        return Filters.and(Filters.eq("_id", id), Filters.not(Filters.gte(seenOf(cause.partition()), place(cause))));
    }

    /** Sets what is given, and removes the rest of the content. */
    static BsonDocument replacing(BsonDocument content, Cause cause) {
        var update = new BsonDocument("$set", content.clone().append(seenOf(cause.partition()), place(cause)));
        return without(update, content);
    }

    static BsonDocument settled(Instant at) {
        var changed = new BsonDocument(CHANGED, new BsonDateTime(at.toEpochMilli()));
        return without(new BsonDocument("$set", changed), new BsonDocument());
    }

    private static BsonDocument without(BsonDocument update, BsonDocument kept) {
        var unset = new BsonDocument();
        CONTENT.stream()
                .filter(field -> !kept.containsKey(field))
                .forEach(field -> unset.append(field, new BsonString("")));
        return unset.isEmpty() ? update : update.append("$unset", unset);
    }

    /** Whether each change of the key was caused by what was reached. */
    static boolean isReached(BsonDocument document, Map<Partition, Long> reached) {
        Map<String, Long> positions = new HashMap<>();
        reached.forEach((partition, position) -> positions.put(partition.toString(), position));
        return document.getDocument(SEEN).entrySet().stream()
                .allMatch(seen -> position(seen.getValue()) <= positions.getOrDefault(seen.getKey(), -1L));
    }

    /** The document, as long as nobody has changed it. */
    static Bson same(BsonDocument document) {
        return Filters.and(
                Filters.eq("_id", document.get("_id")),
                Filters.eq(CHANGED, document.get(CHANGED)),
                Filters.exists(NEXT, false));
    }

    private static String seenOf(Partition partition) {
        return SEEN + "." + partition;
    }

    /** Sorts as the places of one partition do. */
    private static BsonString place(Cause cause) {
        return new BsonString(String.format("%019d.%015d", cause.position(), cause.step()));
    }

    private static long position(BsonValue place) {
        String text = place.asString().getValue();
        return Long.parseLong(text.substring(0, text.indexOf('.')));
    }
}
