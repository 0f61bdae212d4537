package dev.foldline.eventstore.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What commits are looked for by, as bytes: an aggregate's id in UTF-8, a command's id as its 16 bytes. */
final class Keys {

    private static final int UUID_BYTES = 2 * Long.BYTES;

    private Keys() {}

    static byte[] of(String aggregateId) {
        return aggregateId.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] of(UUID commandId) {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(commandId.getMostSignificantBits())
                .putLong(commandId.getLeastSignificantBits())
                .array();
    }

    static UUID uuid(byte[] bytes) throws IOException {
        if (bytes.length != UUID_BYTES) {
            throw new IOException("it has a UUID of " + bytes.length + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
