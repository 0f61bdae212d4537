package dev.foldline.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.foldline.eventstore.Commit;
import dev.foldline.functions.Ordering;
import dev.foldline.projections.test.Feed;
import dev.foldline.projections.test.PostgresForTests;
import dev.foldline.projections.test.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All partitions as one. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class GlobalOrderTest {

    private static final Duration OFTEN = Duration.ofMillis(50);
    private static final int COMMITS = 400;

    @Inject
    Database database;

    @Test
    void commits_of_all_partitions_are_folded_by_time() {
        var feed = new Feed("by-time");
        for (int i = 0; i < COMMITS; i++) {
            feed.append(i * 7 % Feed.PARTITIONS, "by-time-all", 1, Instant.ofEpochSecond(i));
        }
        var tally = new Tally(Ordering.GLOBAL);
        try (var instance = Instance.start(database, feed, tally, OFTEN)) {
            await().until(() -> instance.applied() == COMMITS);
            assertThat(tally.folded())
                    .containsExactlyElementsOf(IntStream.range(0, COMMITS)
                            .mapToObj(Instant::ofEpochSecond)
                            .toList());
            for (int partition = 0; partition < Feed.PARTITIONS; partition++) {
                assertThat(database.checkpoint(feed, partition)).containsExactly((long) COMMITS / Feed.PARTITIONS);
            }
        }
    }

    @Test
    void two_instances_apply_every_event_once() {
        var feed = new Feed("both");
        try (var first = Instance.start(database, feed, new Tally(Ordering.GLOBAL), OFTEN);
                var second = Instance.start(database, feed, new Tally(Ordering.GLOBAL), OFTEN)) {
            List<CompletableFuture<Void>> settled = new ArrayList<>();
            for (int i = 0; i < COMMITS; i++) {
                Commit commit = feed.append(i % Feed.PARTITIONS, feed.id(0), 1);
                settled.add(first.announce(i % Feed.PARTITIONS, commit));
                settled.add(second.announce(i % Feed.PARTITIONS, commit));
            }
            await().until(() -> settled.stream().allMatch(CompletableFuture::isDone));
            assertThat(database.tally(feed, 0)).containsExactly((long) COMMITS, (long) COMMITS);
            await().until(() -> first.applied() + second.applied() == COMMITS);
        }
    }

    @Test
    void nothing_is_applied_of_a_batch_that_cannot_be_folded_in_any_partition() {
        var feed = new Feed("all-or-nothing");
        feed.append(0, 1);
        feed.append(1, 13);
        try (var instance = Instance.start(database, feed, new Tally(Ordering.GLOBAL), OFTEN)) {
            await().untilAsserted(() -> assertThat(instance.failures()).hasSize(1));
            assertThat(database.tally(feed, 0)).isEmpty();
            assertThat(database.checkpoint(feed, 0)).containsExactly(0L);
        }
    }
}
