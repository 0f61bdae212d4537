package dev.foldline.functions.runtime.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitReader;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.Partitioner;
import dev.foldline.eventstore.PlacedCommit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MergeTest {

    private final MemoryFeed feed = new MemoryFeed();
    private final List<Lane> lanes =
            Lanes.together(feed.descriptor()).getFirst().all();

    @Test
    void commits_are_merged_by_time_and_by_partition_where_that_is_the_same() {
        feed.append(0, 1, 4, 5);
        feed.append(1, 2, 4, 6);
        assertThat(next(10)).containsExactly("0@1", "1@1", "0@2", "1@2", "0@3", "1@3");
    }

    @Test
    void a_partition_keeps_its_order_where_clocks_went_back() {
        feed.append(0, 5, 3);
        feed.append(1, 4);
        assertThat(next(10)).containsExactly("1@1", "0@1", "0@2");
    }

    @Test
    void the_merge_ends_where_a_partition_may_have_more_than_was_read() {
        feed.append(0, 1, 2, 3, 4);
        feed.append(1, 9);
        assertThat(next(2)).containsExactly("0@1", "0@2");
    }

    @Test
    void what_was_not_taken_comes_next_time() {
        feed.append(0, 1, 2, 3);
        feed.append(1, 1, 2, 3);
        var all = new ArrayList<String>();
        List<PlacedCommit> next = Merge.next(lanes, feed, 2);
        while (!next.isEmpty()) {
            next.forEach(placed -> {
                all.add(name(placed));
                lanes.get(placed.partition().number())
                        .inbox()
                        .reached(placed.commit().position());
            });
            next = Merge.next(lanes, feed, 2);
        }
        assertThat(all).containsExactly("0@1", "1@1", "0@2", "1@2", "0@3", "1@3");
    }

    @Test
    void all_partitions_are_looked_at_when_one_was_announced() {
        feed.append(0, 2);
        feed.append(1, 1);
        var settled = lanes.getFirst().inbox().hear(feed.read(0, 0, 1).getFirst());
        assertThat(settled.toCompletableFuture()).isNotDone();
        assertThat(next(10)).containsExactly("1@1", "0@1");
    }

    private List<String> next(int limit) {
        return Merge.next(lanes, feed, limit).stream().map(MergeTest::name).toList();
    }

    private static String name(PlacedCommit placed) {
        return placed.partition().number() + "@" + placed.commit().position();
    }

    /** Two partitions. */
    private static final class MemoryFeed implements CommitReader {

        private final LogDescriptor descriptor = new LogDescriptor(UUID.randomUUID(), "bet", new Partitioner(2), 1);
        private final List<List<Commit>> partitions = List.of(new ArrayList<>(), new ArrayList<>());

        void append(int partition, long... seconds) {
            List<Commit> commits = partitions.get(partition);
            for (long second : seconds) {
                commits.add(new Commit(
                        commits.size() + 1,
                        "a",
                        commits.size(),
                        UUID.randomUUID(),
                        Instant.ofEpochSecond(second),
                        List.of(new EventData("placed", 1, new byte[0])),
                        Map.of()));
            }
        }

        @Override
        public LogDescriptor descriptor() {
            return descriptor;
        }

        @Override
        public List<Commit> read(int partition, long after, int limit) {
            return partitions.get(partition).stream().skip(after).limit(limit).toList();
        }

        @Override
        public long head(int partition) {
            return partitions.get(partition).size();
        }

        @Override
        public List<Long> heads() {
            return IntStream.range(0, 2).mapToObj(this::head).toList();
        }
    }
}
