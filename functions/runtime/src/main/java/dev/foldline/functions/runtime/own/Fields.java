package dev.foldline.functions.runtime.own;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Reads fields one after the other, each of the type that must come next. */
final class Fields {

    private static final int UUID_BYTES = 16;

    private final JsonParser in;

    Fields(JsonParser in) {
        this.in = in;
    }

    static void writeUuid(UUID id, JsonGenerator out) throws IOException {
        out.writeBinary(ByteBuffer.allocate(UUID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    /** The start of an array. */
    void start() throws IOException {
        next(JsonToken.START_ARRAY);
    }

    /** The end of an array. */
    void end() throws IOException {
        next(JsonToken.END_ARRAY);
    }

    /** Whether the array has one more value, which is then the current one. */
    boolean more() throws IOException {
        return in.nextToken() != JsonToken.END_ARRAY;
    }

    String text() throws IOException {
        next(JsonToken.VALUE_STRING);
        return in.getText();
    }

    /** The value that {@link #more} has come to. */
    String currentText() throws IOException {
        require(JsonToken.VALUE_STRING);
        return in.getText();
    }

    long number() throws IOException {
        next(JsonToken.VALUE_NUMBER_INT);
        return in.getLongValue();
    }

    byte[] bytes() throws IOException {
        next(JsonToken.VALUE_EMBEDDED_OBJECT);
        return in.getBinaryValue();
    }

    UUID uuid() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(bytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private void next(JsonToken expected) throws IOException {
        in.nextToken();
        require(expected);
    }

    private void require(JsonToken expected) {
        if (in.currentToken() != expected) {
            throw new IllegalArgumentException("there is " + in.currentToken() + " where " + expected + " must be");
        }
    }
}
