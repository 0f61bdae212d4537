package dev.foldline.eventstore;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Spreads aggregates over a log's partitions: {@code hash(aggregate id) mod P}. The same id always gives the same
 * partition, on every machine and in every version.
 *
 * @param partitions the number of partitions, at least 1
 */
public record Partitioner(int partitions) {

    /**
     * The stored name of the hash: MurmurHash3, x86, 32 bits, seed 0, over the id's UTF-8 bytes, taken as unsigned
     * (Austin Appleby, https://github.com/aappleby/smhasher).
     */
    public static final String HASH = "murmur3-x86-32";

    public Partitioner {
        if (partitions < 1) {
            throw new IllegalArgumentException("there is at least one partition, not " + partitions);
        }
    }

    /** The number of the aggregate's partition, from 0. */
    public int partitionOf(String aggregateId) {
        byte[] bytes = aggregateId.getBytes(StandardCharsets.UTF_8);
        return Integer.remainderUnsigned(MurmurHash3.hash32x86(bytes, 0, bytes.length, 0), partitions);
    }
}
