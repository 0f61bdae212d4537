package dev.foldline.local;

import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.ObjectDataType;

/**
 * Ids of documents in the file: those that MongoDB makes as their bytes, all others as what they are. Ids of MongoDB that
 * earlier versions have left there, as serialized objects, are read, too. Thread-safe.
 */
final class IdType extends ObjectDataType {

    /** Comes before the bytes; whatever else there is begins with another byte. */
    private static final byte OBJECT_ID = 126;

    private static final int OBJECT_ID_BYTES = 12;

    @Override
    public void write(WriteBuffer buffer, Object id) {
        if (id instanceof ObjectId made) {
            buffer.put(OBJECT_ID).put(made.toByteArray());
        } else {
            super.write(buffer, id);
        }
    }

    @Override
    public Object read(ByteBuffer buffer) {
        if (buffer.get(buffer.position()) != OBJECT_ID) {
            return super.read(buffer);
        }
        buffer.get();
        byte[] bytes = new byte[OBJECT_ID_BYTES];
        buffer.get(bytes);
        return new ObjectId(bytes);
    }
}
