package dev.foldline.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.foldline.eventstore.Commit;
import dev.foldline.projections.test.Feed;
import dev.foldline.projections.test.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ConcurrencyTest {

    private static final int COMMITS = 500;

    @Inject
    Database database;

    @Test
    void an_instance_that_comes_second_applies_nothing_twice_and_goes_on_from_there() {
        var feed = new Feed("turns");
        try (var first = Instance.start(database, feed, Instance.NEVER);
                var second = Instance.start(database, feed, Instance.NEVER)) {
            Commit one = feed.append(0, 1);
            first.announce(0, one).join();
            second.announce(0, one).join();
            assertThat(database.tally(feed, 0)).containsExactly(1L, 1L);
            second.announce(0, feed.append(0, 2)).join();
            first.announce(0, feed.append(0, 3)).join();
            assertThat(database.tally(feed, 0)).containsExactly(3L, 6L);
            await().until(() -> first.applied() + second.applied() == 3);
        }
    }

    @Test
    void two_instances_that_hear_everything_at_once_apply_every_event_once() {
        var feed = new Feed("race");
        try (var first = Instance.start(database, feed, Instance.NEVER);
                var second = Instance.start(database, feed, Instance.NEVER)) {
            List<CompletableFuture<Void>> settled = new ArrayList<>();
            for (int i = 0; i < COMMITS; i++) {
                for (int partition = 0; partition < Feed.PARTITIONS; partition++) {
                    Commit commit = feed.append(partition, 1);
                    settled.add(first.announce(partition, commit));
                    settled.add(second.announce(partition, commit));
                }
            }
            await().until(() -> settled.stream().allMatch(CompletableFuture::isDone));
            for (int partition = 0; partition < Feed.PARTITIONS; partition++) {
                assertThat(database.tally(feed, partition)).containsExactly((long) COMMITS, (long) COMMITS);
            }
            await().until(() -> first.applied() + second.applied() == COMMITS * Feed.PARTITIONS);
        }
    }

    @Test
    void partitions_that_change_the_same_row_lose_no_change() {
        var feed = new Feed("shared");
        try (var instance = Instance.start(database, feed, Instance.NEVER)) {
            List<CompletableFuture<Void>> settled = new ArrayList<>();
            for (int i = 0; i < COMMITS; i++) {
                for (int partition = 0; partition < Feed.PARTITIONS; partition++) {
                    settled.add(instance.announce(partition, feed.append(partition, feed.id(0), 1)));
                }
            }
            await().until(() -> settled.stream().allMatch(CompletableFuture::isDone));
            long all = COMMITS * Feed.PARTITIONS;
            assertThat(database.tally(feed, 0)).containsExactly(all, all);
        }
    }
}
