package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.Commit;
import org.bson.RawBsonDocument;

/** How large commits are in a database, before it compresses them. */
public final class StoredSize {

    private StoredSize() {}

    /** The commit's document: the bytes that a server gets. */
    public static byte[] document(Commit commit) {
        var buffer =
                new RawBsonDocument(commit, new CommitCodec()).getByteBuffer().asNIO();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
