package dev.foldline.local;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;

/** Documents in the file: as BSON. Those that earlier versions have left there, as serialized objects, are read, too. Thread-safe. */
final class DocumentType extends BasicDataType<Document> {

    /** Comes before BSON; serialized objects begin with another byte. */
    private static final byte BSON = 127;

    private static final int USUAL_BYTES = 512;

    /** How much larger a document is in memory than in BSON, roughly. */
    private static final int IN_MEMORY = 4;

    private final ObjectDataType serialized = new ObjectDataType();

    /** A rough figure: an update that is lost does no harm. */
    private int averageBytes = USUAL_BYTES;

    /** How long the document is in BSON. */
    static int bytes(Document document) {
        return encoded(document).readableBytes();
    }

    private static ByteBuf encoded(Document document) {
        ByteBuf bson = Unpooled.buffer(USUAL_BYTES);
        BsonEncoder.encodeDocument(document, bson);
        return bson;
    }

    @Override
    public int getMemory(Document document) {
        return averageBytes * IN_MEMORY;
    }

    @Override
    public void write(WriteBuffer buffer, Document document) {
        ByteBuf bson = encoded(document);
        int bytes = bson.readableBytes();
        buffer.put(BSON).put(bson.array(), bson.arrayOffset() + bson.readerIndex(), bytes);
        averageBytes += (bytes - averageBytes) / 16;
    }

    @Override
    public Document read(ByteBuffer buffer) {
        int start = buffer.position();
        if (buffer.get(start) != BSON) {
            return (Document) serialized.read(buffer);
        }
        // BSON begins with its length.
        int bytes = Integer.reverseBytes(buffer.getInt(start + 1));
        Document document = BsonDecoder.decodeBson(Unpooled.wrappedBuffer(buffer.slice(start + 1, bytes)));
        buffer.position(start + 1 + bytes);
        return document;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
