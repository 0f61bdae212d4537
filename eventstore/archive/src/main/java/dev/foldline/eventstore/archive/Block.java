package dev.foldline.eventstore.archive;

import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Bytes as one Zstandard frame (RFC 8878) behind three big-endian ints: its length, their length, and the frame's CRC-32C. */
final class Block {

    /**
     * Where a block is in its file.
     *
     * @param length with what is before the frame
     */
    record Reference(long offset, int length) {}

    private static final int HEADER = 3 * Integer.BYTES;

    /** What is longer was not written by us: no commit is, and a new block begins long before. */
    private static final int MOST_BYTES = 256 * 1024 * 1024;

    private Block() {}

    static Reference write(byte[] content, ByteArrayOutputStream file) {
        var compressor = new ZstdCompressor();
        byte[] frame = new byte[compressor.maxCompressedLength(content.length)];
        int length = compressor.compress(content, 0, content.length, frame, 0, frame.length);
        var reference = new Reference(file.size(), HEADER + length);
        byte[] header = ByteBuffer.allocate(HEADER)
                .putInt(length)
                .putInt(content.length)
                .putInt(checksum(frame, 0, length))
                .array();
        file.writeBytes(header);
        file.write(frame, 0, length);
        return reference;
    }

    /** @throws IOException it is not as it was written */
    static byte[] read(byte[] block) throws IOException {
        if (block.length < HEADER) {
            throw new IOException("it ends after " + block.length + " bytes");
        }
        ByteBuffer header = ByteBuffer.wrap(block);
        int length = header.getInt();
        int contentLength = header.getInt();
        int checksum = header.getInt();
        if (length != block.length - HEADER || contentLength < 0 || contentLength > MOST_BYTES) {
            throw new IOException("its length is not the one it was written with");
        }
        if (checksum != checksum(block, HEADER, length)) {
            throw new IOException("its checksum is not the one it was written with");
        }
        return unpack(block, length, contentLength);
    }

    private static byte[] unpack(byte[] block, int length, int contentLength) throws IOException {
        byte[] content = new byte[contentLength];
        try {
            int unpacked = new ZstdDecompressor().decompress(block, HEADER, length, content, 0, contentLength);
            if (unpacked != contentLength) {
                throw new IOException("it has " + unpacked + " bytes unpacked, not " + contentLength);
            }
            return content;
        } catch (RuntimeException e) {
            // Damaged frames are told in several ways.
            throw new IOException("it cannot be unpacked", e);
        }
    }

    private static int checksum(byte[] bytes, int offset, int length) {
        var crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
