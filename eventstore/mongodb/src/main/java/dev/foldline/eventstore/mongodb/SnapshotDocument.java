package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.SnapshotStore;
import dev.foldline.eventstore.SnapshotStore.Origin;
import dev.foldline.eventstore.SnapshotStore.Snapshot;
import java.time.Instant;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;

/**
 * A snapshot as a document:
 *
 * <pre>{_id: "w-1@2", l: &lt;log&gt;, p: &lt;position&gt;, v: &lt;version before the commit&gt;, n: &lt;version after it&gt;,
 *  c: &lt;command id&gt;, t: &lt;time&gt;, k: "snapshot", r: 2, d: &lt;state&gt;}</pre>
 */
final class SnapshotDocument {

    static final String LOG = "l";
    static final String NEXT_VERSION = "n";
    static final String COMMAND = "c";
    private static final String POSITION = "p";
    private static final String VERSION = "v";
    private static final String TIME = "t";
    private static final String ALIAS = "k";
    private static final String REVISION = "r";
    private static final String DATA = "d";

    private SnapshotDocument() {}

    static BsonString id(SnapshotStore.Key key) {
        return new BsonString(key.aggregate().id() + "@" + key.revision());
    }

    static BsonDocument write(SnapshotStore.Key key, Snapshot snapshot) {
        Origin origin = snapshot.origin();
        EventData state = snapshot.state();
        return new BsonDocument("_id", id(key))
                .append(LOG, new BsonBinary(origin.log()))
                .append(POSITION, new BsonInt64(origin.position()))
                .append(VERSION, new BsonInt64(origin.version()))
                .append(NEXT_VERSION, new BsonInt64(origin.nextVersion()))
                .append(COMMAND, new BsonBinary(origin.commandId()))
                .append(TIME, new BsonDateTime(origin.time().toEpochMilli()))
                .append(ALIAS, new BsonString(state.alias()))
                .append(REVISION, new BsonInt32(state.revision()))
                .append(DATA, new BsonBinary(state.payload()));
    }

    static Snapshot read(BsonDocument document) {
        var origin = new Origin(
                document.getBinary(LOG).asUuid(),
                document.getNumber(POSITION).longValue(),
                document.getNumber(VERSION).longValue(),
                document.getNumber(NEXT_VERSION).longValue(),
                document.getBinary(COMMAND).asUuid(),
                Instant.ofEpochMilli(document.getDateTime(TIME).getValue()));
        var state = new EventData(
                document.getString(ALIAS).getValue(),
                document.getNumber(REVISION).intValue(),
                document.getBinary(DATA).getData());
        return new Snapshot(origin, state);
    }
}
