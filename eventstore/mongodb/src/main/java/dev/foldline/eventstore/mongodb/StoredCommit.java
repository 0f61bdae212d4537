package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonInvalidOperationException;
import org.jspecify.annotations.Nullable;

/** The fields of a commit's document while it is being read: in whichever order they come. */
final class StoredCommit {

    @Nullable
    Long position;

    @Nullable
    String aggregateId;

    @Nullable
    Long version;

    @Nullable
    UUID commandId;

    @Nullable
    Instant time;

    @Nullable
    List<EventData> events;

    Map<String, String> metadata = Map.of();

    Commit toCommit() {
        return new Commit(
                required("_id", position),
                required("a", aggregateId),
                required("v", version),
                required("c", commandId),
                required("t", time),
                required("e", events),
                metadata);
    }

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new BsonInvalidOperationException("no field '" + field + "'");
        }
        return value;
    }
}
