package dev.foldline.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who does not answer any more is not waited for for ever. The pool's patience is 2 seconds here. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SilenceTest {

    private static final Duration OFTEN = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(15);

    @Inject
    Database database;

    @Inject
    ConsistencyGate gate;

    @Inject
    Pool pool;

    Runnable silenceLine = () -> {};

    Runnable recoverLine = () -> {};

    @Test
    void everything_is_applied_once_a_database_that_was_silent_can_be_reached() {
        var feed = new Feed("silent");
        try (var instance = Instance.start(database, feed, OFTEN)) {
            instance.announce(0, feed.append(0, 1)).join();
            CompletableFuture<Void> settled;
            silenceLine.run();
            try {
                settled = instance.announce(0, feed.append(0, 2));
                await().atMost(LONG).untilAsserted(() -> assertReadsAreUnavailable(feed));
                assertThat(settled).isNotDone();
            } finally {
                recoverLine.run();
            }
            await().atMost(LONG).until(settled::isDone);
            assertThat(database.tally(feed, 0)).containsExactly(2L, 3L);
        }
    }

    private void assertReadsAreUnavailable(Feed feed) {
        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(() ->
                        Uni.createFrom().completionStage(() -> Reads.find(TallyRow.class, feed.id(0), row -> row.sum))))
                .isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> gate.await("tally", Token.of(new Partition("silent", 0), 1), Duration.ofSeconds(1))
                        .toCompletableFuture()
                        .get(4, TimeUnit.SECONDS))
                .hasCauseInstanceOf(UnavailableException.class);
    }

    @Test
    void an_instance_that_falls_silent_in_a_transaction_does_not_keep_another_from_going_on() {
        var feed = new Feed("frozen");
        try (var instance = Instance.start(database, feed, OFTEN)) {
            instance.announce(0, feed.append(0, 1)).join();
            SqlConnection frozen = pool.getConnection().await().atMost(LONG);
            frozen.begin().await().atMost(LONG);
            frozen.query("UPDATE foldline_checkpoint SET position = 2 WHERE partition = 'frozen/0'")
                    .execute()
                    .await()
                    .atMost(LONG);
            CompletableFuture<Void> settled = instance.announce(0, feed.append(0, 2));
            await().atMost(LONG).until(settled::isDone);
            assertThat(database.tally(feed, 0)).containsExactly(2L, 3L);
        }
    }
}
