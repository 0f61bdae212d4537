package dev.foldline.eventstore.archive;

import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Tells of most keys that are not in a set that they are not: {@value #BITS_PER_KEY} bits for each key, of which it sets {@value
 * #HASHES}, so that 1 of about 2,000 others passes. Bit {@code i} of a key is {@code (h1 + i · h2) mod bits}, unsigned, where
 * {@code h1} and {@code h2} are the halves of its MurmurHash3 (x64, 128 bits, seed 0); in its byte, bit 0 is the lowest.
 */
final class BloomFilter {

    private static final int BITS_PER_KEY = 16;
    private static final int HASHES = 11;

    private final byte[] bits;

    /** @param bits is not copied */
    BloomFilter(byte[] bits) {
        this.bits = bits;
    }

    static BloomFilter of(Iterable<byte[]> keys, int count) {
        var filter = new BloomFilter(new byte[Math.max(1, Math.multiplyExact(count, BITS_PER_KEY / Byte.SIZE))]);
        keys.forEach(filter::add);
        return filter;
    }

    byte[] bytes() {
        return bits;
    }

    private void add(byte[] key) {
        long[] hash = hash(key);
        for (int i = 0; i < HASHES; i++) {
            long bit = bit(hash, i);
            bits[(int) (bit >>> 3)] |= (byte) (1 << (bit & 7));
        }
    }

    boolean mayContain(byte[] key) {
        long[] hash = hash(key);
        for (int i = 0; i < HASHES; i++) {
            long bit = bit(hash, i);
            if ((bits[(int) (bit >>> 3)] & (1 << (bit & 7))) == 0) {
                return false;
            }
        }
        return true;
    }

    private long bit(long[] hash, int i) {
        return Long.remainderUnsigned(hash[0] + i * hash[1], (long) bits.length * Byte.SIZE);
    }

    private static long[] hash(byte[] key) {
        return MurmurHash3.hash128x64(key, 0, key.length, 0);
    }
}
