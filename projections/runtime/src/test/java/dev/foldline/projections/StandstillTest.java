package dev.foldline.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.foldline.projections.test.Feed;
import dev.foldline.projections.test.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no trying can mend stops a partition, says why, and leaves rows and checkpoint as they were. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class StandstillTest {

    private static final Duration OFTEN = Duration.ofMillis(50);

    @Inject
    Database database;

    @ParameterizedTest
    @CsvSource({"refused,13", "broken,14", "unfit,1", "constrained,1000000"})
    void nothing_is_applied_of_a_batch_that_cannot_be_folded_and_other_partitions_go_on(String kind, long by) {
        var feed = new Feed(kind);
        feed.append(0, 1);
        feed.append(0, by);
        feed.append(0, 1);
        try (var instance = Instance.start(database, feed, OFTEN)) {
            await().untilAsserted(() -> assertThat(instance.failures()).isNotEmpty());
            assertThat(database.tally(feed, 0)).isEmpty();
            assertThat(database.checkpoint(feed, 0)).containsExactly(0L);
            if (!kind.equals("unfit")) {
                instance.announce(1, feed.append(1, 1)).join();
                assertThat(database.tally(feed, 1)).containsExactly(1L, 1L);
            }
            assertThat(instance.failures()).hasSize(1);
        }
    }

    @Test
    void announcements_for_a_partition_that_stands_still_are_let_go_since_all_partitions_share_a_queue() {
        var feed = new Feed("stuck");
        try (var instance = Instance.start(database, feed, OFTEN)) {
            CompletableFuture<Void> before = instance.announce(0, feed.append(0, 13));
            await().untilAsserted(() -> assertThat(instance.failures()).hasSize(1));
            CompletableFuture<Void> after = instance.announce(0, feed.append(0, 1));
            await().until(() -> before.isDone() && after.isDone());
            assertThat(database.checkpoint(feed, 0)).containsExactly(0L);
        }
    }

    @Test
    void an_event_that_cannot_be_read_is_never_skipped() {
        var feed = new Feed("unreadable");
        try (var instance = Instance.start(database, feed, OFTEN)) {
            instance.announce(0, feed.append(0, 1)).join();
            feed.appendUnreadable(0);
            feed.append(0, 1);
            await().untilAsserted(() -> assertThat(instance.failures())
                    .singleElement()
                    .asString()
                    .startsWith("unreadable-event")
                    .contains("unheard-of"));
            assertThat(database.tally(feed, 0)).containsExactly(1L, 1L);
            assertThat(database.checkpoint(feed, 0)).containsExactly(1L);
        }
    }

    @Test
    void it_is_measured_how_far_a_partition_is_and_how_far_behind() {
        var feed = new Feed("measured");
        try (var instance = Instance.start(database, feed, OFTEN)) {
            instance.announce(0, feed.append(0, 1)).join();
            feed.append(0, 13);
            feed.append(0, 1);
            await().until(() -> instance.gauge("lag", 0) == 2);
            assertThat(instance.gauge("position", 0)).isEqualTo(1);
            assertThat(instance.gauge("lag", 1)).isZero();
        }
    }

    @Test
    void a_log_that_is_shorter_than_the_checkpoint_is_named_and_nothing_is_written() {
        var feed = new Feed("shorter");
        applyThree(feed);
        feed.truncate(0);
        feed.truncate(0);
        try (var instance = Instance.start(database, feed, OFTEN)) {
            await().untilAsserted(() -> assertThat(instance.failures())
                    .singleElement()
                    .asString()
                    .startsWith("log-truncated")
                    .contains("the log ends at 1, before 3"));
            assertThat(database.tally(feed, 0)).containsExactly(3L, 3L);
            assertThat(database.checkpoint(feed, 0)).containsExactly(3L);
        }
    }

    @Test
    void a_log_that_was_made_anew_is_named_and_nothing_is_written() {
        var lost = new Feed("anew");
        applyThree(lost);
        var anew = new Feed("anew");
        IntStream.range(0, 5).forEach(i -> anew.append(0, 100));
        try (var instance = Instance.start(database, anew, OFTEN)) {
            await().untilAsserted(() -> assertThat(instance.failures()).anySatisfy(failure -> assertThat(failure)
                    .startsWith("log-truncated")
                    .contains(
                            lost.descriptor().id().toString(),
                            anew.descriptor().id().toString())));
            await().until(() -> instance.failures().size() == Feed.PARTITIONS);
            assertThat(database.tally(anew, 0)).containsExactly(3L, 3L);
            assertThat(database.checkpoint(anew, 0)).containsExactly(3L);
        }
    }

    private void applyThree(Feed feed) {
        IntStream.range(0, 3).forEach(i -> feed.append(0, 1));
        try (var instance = Instance.start(database, feed, OFTEN)) {
            await().until(() -> instance.applied() == 3);
            // Every partition has its checkpoint, also those without commits.
            for (int partition = 0; partition < Feed.PARTITIONS; partition++) {
                int number = partition;
                await().until(() -> !database.checkpoint(feed, number).isEmpty());
            }
        }
    }
}
