package dev.foldline.eventstore.archive;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Says at which positions a key occurs. Keys are ordered by their unsigned bytes and lie in pages. In a page, each key is its
 * length, its bytes, the number of its positions and those, each as the difference from the one before; all numbers are
 * unsigned LEB128.
 */
final class KeyIndex {

    private static final int PAGE_BYTES = 64 * 1024;

    private KeyIndex() {}

    static NavigableMap<byte[], List<Long>> newMap() {
        return new TreeMap<>(Arrays::compareUnsigned);
    }

    /** @param sink is given the pages in their order, each with its first key */
    static void write(NavigableMap<byte[], List<Long>> keys, BiConsumer<byte[], byte[]> sink) {
        var page = new ByteArrayOutputStream();
        byte[] first = null;
        for (Map.Entry<byte[], List<Long>> entry : keys.entrySet()) {
            first = first == null ? entry.getKey() : first;
            write(entry.getKey(), entry.getValue(), page);
            if (page.size() >= PAGE_BYTES) {
                sink.accept(first, page.toByteArray());
                page.reset();
                first = null;
            }
        }
        if (first != null) {
            sink.accept(first, page.toByteArray());
        }
    }

    private static void write(byte[] key, List<Long> positions, ByteArrayOutputStream page) {
        Leb128.write(key.length, page);
        page.writeBytes(key);
        Leb128.write(positions.size(), page);
        long before = 0;
        for (long position : positions) {
            Leb128.write(position - before, page);
            before = position;
        }
    }

    /** The positions of a key, in their order; empty when the page does not have it. */
    static long[] find(byte[] page, byte[] key) {
        var reader = new Leb128.Reader(page);
        while (reader.hasMore()) {
            int length = Math.toIntExact(reader.next());
            int order = Arrays.compareUnsigned(page, reader.offset(), reader.offset() + length, key, 0, key.length);
            reader.skip(length);
            long[] positions = positions(reader);
            if (order == 0) {
                return positions;
            }
            if (order > 0) {
                break;
            }
        }
        return new long[0];
    }

    private static long[] positions(Leb128.Reader reader) {
        long[] positions = new long[Math.toIntExact(reader.next())];
        long position = 0;
        for (int i = 0; i < positions.length; i++) {
            position += reader.next();
            positions[i] = position;
        }
        return positions;
    }
}
