package dev.foldline.eventstore.archive;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps blocks and directories that were used lately, as far as there is room. Thread-safe. */
final class BlockCache {

    private record Key(String segment, Block.Reference block) {}

    /** What the directory says of a block takes about so much memory, in bytes. */
    private static final int BLOCK_WEIGHT = 100;

    private final Cache<Key, byte[]> blocks;
    private final Cache<String, SegmentDirectory> directories;

    /** @param bytes about how much memory it may take */
    BlockCache(long bytes) {
        blocks = Caffeine.newBuilder()
                .maximumWeight(bytes - bytes / 4)
                .weigher((Key key, byte[] block) -> block.length)
                .build();
        directories = Caffeine.newBuilder()
                .maximumWeight(bytes / 4)
                .weigher((String segment, SegmentDirectory directory) -> weight(directory))
                .build();
    }

    static BlockCache none() {
        return new BlockCache(0);
    }

    byte[] block(String segment, Block.Reference block, Supplier<byte[]> read) {
        return get(blocks, new Key(segment, block), read);
    }

    SegmentDirectory directory(String segment, Supplier<SegmentDirectory> read) {
        return get(directories, segment, read);
    }

    /** Several who need the same at once may each read it: that is better than that all wait for a slow one. */
    private static <K, V> V get(Cache<K, V> cache, K key, Supplier<V> read) {
        @Nullable V known = cache.getIfPresent(key);
        if (known != null) {
            return known;
        }
        V value = read.get();
        cache.put(key, value);
        return value;
    }

    private static int weight(SegmentDirectory directory) {
        return BLOCK_WEIGHT
                * (directory.data().size()
                        + directory.aggregates().size()
                        + directory.commands().size());
    }
}
