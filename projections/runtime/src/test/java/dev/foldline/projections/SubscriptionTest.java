package dev.foldline.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.Token;
import dev.foldline.functions.DeadlineExceededException;
import dev.foldline.functions.QueryGateway;
import dev.foldline.functions.UnavailableException;
import dev.foldline.projections.test.Feed;
import dev.foldline.projections.test.FindLargest;
import dev.foldline.projections.test.FindTally;
import dev.foldline.projections.test.PostgresForTests;
import dev.foldline.projections.test.TallyFunction;
import dev.foldline.projections.test.Watcher;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The answer as it is and each other that comes to be right. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SubscriptionTest {

    @Inject
    Database database;

    @Inject
    QueryGateway gateway;

    @Inject
    TallyFunction function;

    @Test
    void nothing_is_an_answer_too_and_what_comes_to_be_right_follows() {
        var feed = new Feed("begin");
        try (var instance = Instance.start(database, feed, Instance.NEVER);
                var watcher = Watcher.watch(gateway, new FindTally(feed.id(0)))) {
            await().until(() -> watcher.seen().size() == 1);
            instance.announce(0, feed.append(0, 5)).join();
            await().until(() -> watcher.sum() == 5);
            instance.announce(0, feed.append(0, 2)).join();
            await().until(() -> watcher.sum() == 7);
            assertThat(watcher.sums()).containsExactly(-1L, 5L, 7L);
        }
    }

    @Test
    void changes_of_other_rows_have_nothing_asked_and_changes_that_change_no_answer_are_not_told() {
        var feed = new Feed("others");
        try (var instance = Instance.start(database, feed, Instance.NEVER);
                var watcher = Watcher.watch(gateway, new FindTally(feed.id(0)));
                var other = Watcher.watch(gateway, new FindTally(feed.id(1)))) {
            instance.announce(0, feed.append(0, 1)).join();
            await().until(() -> watcher.sum() == 1);
            int before = function.asked();
            IntStream.rangeClosed(1, 20).forEach(i -> {
                instance.announce(1, feed.append(1, 1)).join();
                await().until(() -> other.sum() == i);
            });
            assertThat(function.asked() - before).isBetween(20, 25);
            assertThat(watcher.sums()).doesNotHaveDuplicates().last().isEqualTo(1L);
        }
    }

    @Test
    void an_answer_that_is_made_of_no_row_in_particular_follows_every_change() {
        var feed = new Feed("largest");
        try (var instance = Instance.start(database, feed, Instance.NEVER);
                var watcher = Watcher.watch(gateway, new FindLargest("largest-"))) {
            instance.announce(0, feed.append(0, 5)).join();
            await().until(() -> watcher.sum() == 5);
            instance.announce(1, feed.append(1, 9)).join();
            await().until(() -> watcher.sum() == 9);
            instance.announce(2, feed.append(2, 7)).join();
            instance.announce(0, feed.append(0, 5)).join();
            await().until(() -> watcher.sum() == 10);
        }
    }

    @Test
    void a_batch_of_more_rows_than_can_be_named_is_heard_of() {
        var feed = new Feed("many");
        IntStream.range(0, 400).forEach(i -> feed.append(0, feed.id(0) + "-" + i, 3));
        try (var watcher = Watcher.watch(gateway, new FindTally(feed.id(0) + "-399"))) {
            await().until(() -> watcher.seen().size() == 1);
            try (var instance = Instance.start(database, feed, Instance.NEVER)) {
                await().until(() -> watcher.sum() == 3);
                assertThat(instance.failures()).isEmpty();
            }
        }
    }

    @Test
    void a_subscription_begins_no_earlier_than_its_token_and_each_update_says_how_far_it_is() {
        var feed = new Feed("token");
        try (var instance = Instance.start(database, feed, Instance.NEVER)) {
            instance.announce(0, feed.append(0, 1)).join();
            Token next = Token.of(new Partition("token", 0), 2);
            try (var watcher = Watcher.watch(gateway, new FindTally(feed.id(0)), next, Long.MAX_VALUE)) {
                instance.announce(0, feed.append(0, 1)).join();
                await().until(() -> watcher.seen().size() == 1);
                assertThat(watcher.sums()).containsExactly(2L);
                assertThat(watcher.seen().getLast().token().positions()).containsEntry(new Partition("token", 0), 2L);
            }
            Token never = Token.of(new Partition("token", 0), 3);
            try (var watcher = Watcher.watch(gateway, new FindTally(feed.id(0)), never, 1)) {
                await().until(() -> watcher.fault() != null);
                assertThat(watcher.fault()).isInstanceOf(DeadlineExceededException.class);
            }
        }
    }

    @Test
    void a_subscriber_that_asks_for_nothing_gets_the_latest_only_when_it_does() {
        var feed = new Feed("slow");
        try (var instance = Instance.start(database, feed, Instance.NEVER);
                var quick = Watcher.watch(gateway, new FindTally(feed.id(0)));
                var slow = Watcher.watch(gateway, new FindTally(feed.id(0)), Token.NONE, 1)) {
            await().until(() -> slow.seen().size() == 1);
            IntStream.rangeClosed(1, 10).forEach(i -> {
                instance.announce(0, feed.append(0, 1)).join();
                await().until(() -> quick.sum() == i);
            });
            slow.ask(2);
            await().until(() -> slow.seen().size() == 2);
            assertThat(slow.sums()).containsExactly(-1L, 10L);
            instance.announce(0, feed.append(0, 1)).join();
            await().until(() -> slow.sum() == 11);
        }
    }

    @Test
    void many_subscribers_of_one_row_share_one_asking() {
        var feed = new Feed("crowd");
        List<Watcher> crowd = new ArrayList<>();
        try (var instance = Instance.start(database, feed, Instance.NEVER)) {
            IntStream.range(0, 200).forEach(i -> crowd.add(Watcher.watch(gateway, new FindTally(feed.id(0)))));
            await().until(() -> crowd.stream().noneMatch(one -> one.seen().isEmpty()));
            int before = function.asked();
            instance.announce(0, feed.append(0, 4)).join();
            await().until(() -> crowd.stream().allMatch(one -> one.sum() == 4));
            assertThat(function.asked() - before).isLessThan(5);
        } finally {
            crowd.forEach(Watcher::close);
        }
    }

    @Test
    void one_subscription_too_many_is_refused_and_room_is_made_by_each_that_ends() {
        List<Watcher> many = new ArrayList<>();
        IntStream.range(0, 400).forEach(i -> many.add(Watcher.watch(gateway, new FindTally("nobody-" + i))));
        await().until(() -> many.stream().allMatch(one -> !one.seen().isEmpty() || one.fault() != null));
        List<Watcher> refused = many.stream().filter(one -> one.fault() != null).toList();
        assertThat(refused).hasSize(100).allMatch(one -> one.fault() instanceof UnavailableException);
        many.forEach(Watcher::close);
        try (var again = Watcher.watch(gateway, new FindTally("nobody"))) {
            await().atMost(Duration.ofSeconds(5)).until(() -> again.seen().size() == 1);
        }
    }
}
