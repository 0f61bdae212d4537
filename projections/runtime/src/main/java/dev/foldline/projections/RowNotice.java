package dev.foldline.projections;

import io.vertx.core.json.JsonArray;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a projection tells by {@code NOTIFY}: the ids of changed rows as a JSON array, or nothing when they are too many. */
final class RowNotice {

    /** PostgreSQL takes less than 8,000 bytes. */
    private static final int MOST_BYTES = 7_000;

    /** The most that one transaction names: whoever has many subscribers is quicker to ask for all than to be told of each. */
    private static final int MOST_ROWS = 200;

    private static final String PREFIX = "foldline.rows.";

    /** PostgreSQL cuts identifiers to less than 64 bytes. */
    private static final int LONGEST_NAME = 63 - PREFIX.length();

    /** How many locks those who listen to a channel share, so that partitions do not stand in each other's way. */
    static final int SLOTS = 16;

    private RowNotice() {}

    /** The first number of the locks that are shared by those who listen to the projection; any that all agree on will do. */
    static int lock(String projection) {
        return lockOf(channel(projection));
    }

    /** The same for a channel. */
    static int lockOf(String channel) {
        return channel.hashCode();
    }

    /** The channel on which a projection tells. */
    static String channel(String projection) {
        byte[] bytes = projection.getBytes(StandardCharsets.UTF_8);
        return PREFIX + (bytes.length <= LONGEST_NAME ? projection : UUID.nameUUIDFromBytes(bytes));
    }

    static String write(Set<String> rowIds) {
        if (rowIds.size() > MOST_ROWS) {
            return "";
        }
        var ids = new JsonArray();
        rowIds.forEach(ids::add);
        String text = ids.encode();
        return text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES ? "" : text;
    }

    /** The ids of the changed rows; empty when these may be any. */
    static Optional<Set<String>> read(String payload) {
        if (payload.isEmpty()) {
            return Optional.empty();
        }
        Set<String> ids = new LinkedHashSet<>();
        new JsonArray(payload).forEach(id -> ids.add(String.valueOf(id)));
        return Optional.of(ids);
    }
}
