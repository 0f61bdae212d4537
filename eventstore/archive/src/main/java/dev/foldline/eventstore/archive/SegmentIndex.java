package dev.foldline.eventstore.archive;

import dev.foldline.eventstore.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/** Where in a segment each aggregate and each command occurs. */
record SegmentIndex(NavigableMap<byte[], List<Long>> aggregates, NavigableMap<byte[], List<Long>> commands) {

    SegmentIndex() {
        this(KeyIndex.newMap(), KeyIndex.newMap());
    }

    void add(Commit commit) {
        add(aggregates, Keys.of(commit.aggregateId()), commit.position());
        add(commands, Keys.of(commit.commandId()), commit.position());
    }

    private static void add(NavigableMap<byte[], List<Long>> index, byte[] key, long position) {
        index.computeIfAbsent(key, ignored -> new ArrayList<>(1)).add(position);
    }

    static byte[] filter(NavigableMap<byte[], List<Long>> index) {
        return BloomFilter.of(index.keySet(), index.size()).bytes();
    }
}
