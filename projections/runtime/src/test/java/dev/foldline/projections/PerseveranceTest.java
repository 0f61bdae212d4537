package dev.foldline.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.Token;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.runtime.ConsistencyGate;
import dev.foldline.projections.test.Feed;
import dev.foldline.projections.test.PostgresForTests;
import dev.foldline.projections.test.TallyRow;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What comes back is waited for. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PerseveranceTest {

    private static final Duration OFTEN = Duration.ofMillis(50);

    @Inject
    Database database;

    @Inject
    ConsistencyGate gate;

    Runnable stopPostgres = () -> {};

    Runnable startPostgres = () -> {};

    @Test
    void everything_is_applied_once_the_database_is_back() {
        var feed = new Feed("restart");
        try (var instance = Instance.start(database, feed, OFTEN)) {
            instance.announce(0, feed.append(0, 1)).join();
            Commit away;
            CompletableFuture<Void> settled;
            stopPostgres.run();
            try {
                away = feed.append(0, 2);
                settled = instance.announce(0, away);
                feed.append(1, 3);
                assertUnavailable(feed);
                assertThat(settled).isNotDone();
            } finally {
                startPostgres.run();
            }
            await().until(settled::isDone);
            await().untilAsserted(() -> assertThat(database.tally(feed, 1)).containsExactly(1L, 3L));
            assertThat(database.tally(feed, 0)).containsExactly(2L, 3L);
            assertThat(instance.failures()).isEmpty();
        }
    }

    private void assertUnavailable(Feed feed) {
        assertThatThrownBy(() -> find(feed.id(0), row -> row.sum)).isInstanceOf(UnavailableException.class);
        Token token = Token.of(new Partition("restart", 0), 1);
        assertThatThrownBy(() -> gate.await("tally", token, Duration.ofSeconds(1))
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(UnavailableException.class);
    }

    @Test
    void an_answer_that_cannot_be_made_of_a_row_is_not_taken_for_a_database_that_is_away() {
        var feed = new Feed("answer");
        try (var instance = Instance.start(database, feed, OFTEN)) {
            instance.announce(0, feed.append(0, 1)).join();
        }
        assertThatThrownBy(() -> find(feed.id(0), row -> {
                    throw new IllegalStateException("no answer");
                }))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("no answer");
    }

    @Test
    void a_failure_that_was_not_foreseen_does_not_end_the_looking() {
        var feed = new Feed("unforeseen");
        try (var instance = Instance.start(database, feed, OFTEN)) {
            instance.announce(0, feed.append(0, 1)).join();
            feed.failOnce();
            await().until(() -> !feed.isToFail());
            feed.append(0, 1);
            await().untilAsserted(() -> assertThat(database.tally(feed, 0)).containsExactly(2L, 2L));
        }
    }

    @Test
    void a_commit_that_is_announced_and_not_in_the_log_does_not_have_the_log_read_all_the_time() {
        var feed = new Feed("ahead");
        try (var instance = Instance.start(database, feed, Instance.NEVER)) {
            instance.announce(0, feed.append(0, 1)).join();
            feed.append(0, 1);
            Commit lost = feed.append(0, 1);
            feed.truncate(0);
            feed.truncate(0);
            int before = feed.reads();
            CompletableFuture<Void> settled = instance.announce(0, lost);
            await().during(Duration.ofMillis(300))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> feed.reads() - before < 10);
            assertThat(settled).isNotDone();
        }
    }

    @Test
    void an_announcement_of_a_partition_that_the_log_does_not_have_is_let_go() {
        var feed = new Feed("foreign");
        try (var instance = Instance.start(database, feed, OFTEN)) {
            Commit first = feed.append(0, 1);
            assertThat(instance.announce(Feed.PARTITIONS, first)).succeedsWithin(Duration.ofSeconds(5));
            assertThat(instance.announce(new Partition("elsewhere", 0), first)).succeedsWithin(Duration.ofSeconds(5));
            instance.announce(0, first).join();
            assertThat(database.tally(feed, 0)).containsExactly(1L, 1L);
        }
    }

    private static Optional<Long> find(String id, Function<TallyRow, Long> answer) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(
                () -> Uni.createFrom().completionStage(() -> Reads.find(TallyRow.class, id, answer)));
    }
}
