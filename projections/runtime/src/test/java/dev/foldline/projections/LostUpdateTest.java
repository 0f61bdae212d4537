package dev.foldline.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.foldline.eventstore.Token;
import dev.foldline.functions.QueryGateway;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.Update;
import dev.foldline.projections.test.Feed;
import dev.foldline.projections.test.FindTally;
import dev.foldline.projections.test.PostgresForTests;
import dev.foldline.projections.test.TallyCount;
import dev.foldline.projections.test.Watcher;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The last answer is seen by everybody, whatever happens meanwhile. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class LostUpdateTest {

    private static final int ROUNDS = 60;
    private static final int CHANGES = 40;
    private static final Duration OFTEN = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(20);

    /** Ends every connection that listens, as a server that restarts does. */
    private static final String END_LISTENING =
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' OR query = 'SELECT 1'";

    @Inject
    Database database;

    @Inject
    QueryGateway gateway;

    @Inject
    Pool pool;

    Runnable stopPostgres = () -> {};

    Runnable startPostgres = () -> {};

    Runnable silenceLine = () -> {};

    Runnable recoverLine = () -> {};

    @Test
    void whoever_subscribes_while_there_are_changes_sees_the_last() {
        var feed = new Feed("hunt");
        long sum = 0;
        try (var instance = Instance.start(database, feed, Instance.NEVER)) {
            for (int round = 0; round < ROUNDS; round++) {
                sum += CHANGES;
                seeTheLastOf(feed, instance, sum, false);
            }
        }
    }

    @Test
    void whoever_subscribes_while_there_are_changes_and_lines_are_cut_sees_the_last() {
        var feed = new Feed("cut");
        long sum = 0;
        try (var instance = Instance.start(database, feed, Instance.NEVER)) {
            for (int round = 0; round < ROUNDS / 4; round++) {
                sum += CHANGES;
                seeTheLastOf(feed, instance, sum, true);
            }
        }
    }

    /** Changes a row many times and subscribes in between, each time from where an earlier subscription had come. */
    private void seeTheLastOf(Feed feed, Instance instance, long sum, boolean cut) {
        List<Watcher> watchers = new ArrayList<>();
        List<CompletableFuture<Void>> applied = new ArrayList<>();
        try {
            for (int i = 0; i < CHANGES; i++) {
                applied.add(instance.announce(0, feed.append(0, 1)));
                if (i % 4 == 0) {
                    Token token = watchers.isEmpty() ? Token.NONE : lastToken(watchers.getLast());
                    watchers.add(Watcher.watch(gateway, new FindTally(feed.id(0)), token, Long.MAX_VALUE));
                    if (ThreadLocalRandom.current().nextBoolean()) {
                        applied.getLast().join();
                    }
                }
                if (cut && i == CHANGES / 2) {
                    pool.query(END_LISTENING).execute().await().atMost(LONG);
                }
            }
            await().atMost(LONG).until(() -> watchers.stream().allMatch(one -> one.sum() == sum));
            assertThat(applied).allMatch(CompletableFuture::isDone);
            assertThat(watchers)
                    .allSatisfy(one -> assertThat(one.sums()).isSorted().doesNotHaveDuplicates());
        } finally {
            watchers.forEach(Watcher::close);
        }
    }

    private static Token lastToken(Watcher watcher) {
        List<Update<TallyCount>> seen = watcher.seen();
        return seen.isEmpty() ? Token.NONE : seen.getLast().token();
    }

    @Test
    void a_restart_of_the_database_is_survived_and_nothing_is_missed() {
        var feed = new Feed("reborn");
        try (var instance = Instance.start(database, feed, OFTEN);
                var watcher = Watcher.watch(gateway, new FindTally(feed.id(0)))) {
            instance.announce(0, feed.append(0, 1)).join();
            await().until(() -> watcher.sum() == 1);
            stopPostgres.run();
            CompletableFuture<Void> away;
            try {
                away = instance.announce(0, feed.append(0, 1));
                try (var late = Watcher.watch(gateway, new FindTally(feed.id(0)))) {
                    await().atMost(LONG).until(() -> late.fault() instanceof UnavailableException);
                }
            } finally {
                startPostgres.run();
            }
            await().atMost(LONG).until(() -> watcher.sum() == 2);
            assertThat(away).succeedsWithin(LONG);
            instance.announce(0, feed.append(0, 1)).join();
            await().until(() -> watcher.sum() == 3);
            assertThat(watcher.fault()).isNull();
        }
    }

    @Test
    void a_line_that_has_fallen_silent_is_found_out_and_nothing_is_missed() {
        var feed = new Feed("hushed");
        try (var instance = Instance.start(database, feed, OFTEN);
                var watcher = Watcher.watch(gateway, new FindTally(feed.id(0)))) {
            instance.announce(0, feed.append(0, 1)).join();
            await().until(() -> watcher.sum() == 1);
            CompletableFuture<Void> unheard;
            silenceLine.run();
            try {
                unheard = instance.announce(0, feed.append(0, 1));
            } finally {
                recoverLine.run();
            }
            await().atMost(LONG).until(() -> watcher.sum() == 2);
            IntStream.rangeClosed(3, 6).forEach(i -> {
                feed.append(0, 1);
                await().atMost(LONG).until(() -> watcher.sum() == i);
            });
            assertThat(unheard).isDone();
            assertThat(watcher.fault()).isNull();
        }
    }
}
