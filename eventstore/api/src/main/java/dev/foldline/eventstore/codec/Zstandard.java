package dev.foldline.eventstore.codec;

import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.IOException;
import java.util.Arrays;

/** Payloads as frames of Zstandard (RFC 8878), which begin with a number that neither CBOR maps nor JSON objects begin with. */
final class Zstandard {

    /** What is larger is neither compressed nor unpacked: no store of ours takes a commit of this size. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final byte[] MAGIC = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};

    private Zstandard() {}

    static boolean isFrame(byte[] payload) {
        return payload.length > MAGIC.length && Arrays.equals(payload, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** The smaller of the payload and its frame. */
    static byte[] smaller(byte[] payload) {
        if (payload.length > MOST_BYTES) {
            return payload;
        }
        var compressor = new ZstdCompressor();
        byte[] frame = new byte[compressor.maxCompressedLength(payload.length)];
        int length = compressor.compress(payload, 0, payload.length, frame, 0, frame.length);
        return length < payload.length ? Arrays.copyOf(frame, length) : payload;
    }

    /**
     * What was compressed.
     *
     * @throws IOException the frame is damaged, or does not say that it holds at most {@link #MOST_BYTES}
     */
    static byte[] unpacked(byte[] frame) throws IOException {
        try {
            long size = ZstdDecompressor.getDecompressedSize(frame, 0, frame.length);
            if (size < 0 || size > MOST_BYTES) {
                throw new IOException("a frame of " + size + " bytes");
            }
            byte[] payload = new byte[(int) size];
            int length = new ZstdDecompressor().decompress(frame, 0, frame.length, payload, 0, payload.length);
            return length == size ? payload : Arrays.copyOf(payload, length);
        } catch (RuntimeException e) {
            // Damaged frames are told in several ways.
            throw new IOException("a damaged frame", e);
        }
    }
}
