package dev.foldline.eventstore.archive;

import java.io.ByteArrayOutputStream;

/** Unsigned numbers in as few bytes as they need: seven bits in each, the lowest first. */
final class Leb128 {

    private Leb128() {}

    static void write(long value, ByteArrayOutputStream out) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    static final class Reader {

        private final byte[] bytes;
        private int offset;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean hasMore() {
            return offset < bytes.length;
        }

        int offset() {
            return offset;
        }

        void skip(int length) {
            offset += length;
        }

        long next() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte b = bytes[offset++];
                value |= (long) (b & 0x7F) << shift;
                if (b >= 0) {
                    return value;
                }
            }
        }
    }
}
