package dev.foldline.projections.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.Token;
import dev.foldline.functions.DeadlineExceededException;
import dev.foldline.functions.InvalidValueException;
import dev.foldline.functions.runtime.ConsistencyGate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The cases that bring a partition to a stand come last, each with a partition of its own. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProjectionTest {

    @Inject
    Feed feed;

    @Inject
    Pool pool;

    @Inject
    ConsistencyGate gate;

    @Test
    @Order(1)
    void announced_commits_are_folded_and_acknowledged_once_they_are_in_the_rows() {
        Commit first = feed.append(0, 5);
        feed.announce(0, first).toCompletableFuture().join();
        assertThat(tally(0)).containsExactly(1L, 5L);
    }

    @Test
    @Order(2)
    void a_duplicate_changes_nothing_and_is_acknowledged() {
        Commit second = feed.append(0, 7);
        feed.announce(0, second).toCompletableFuture().join();
        feed.announce(0, second).toCompletableFuture().join();
        feed.announce(0, second).toCompletableFuture().join();
        assertThat(tally(0)).containsExactly(2L, 12L);
    }

    @Test
    @Order(3)
    void a_gap_is_read_from_the_log() {
        feed.append(0, 1);
        feed.append(0, 1);
        feed.announce(0, feed.append(0, 1)).toCompletableFuture().join();
        assertThat(tally(0)).containsExactly(5L, 15L);
    }

    @Test
    @Order(4)
    void announcements_in_another_order_end_right() {
        List<Commit> commits = List.of(feed.append(0, 1), feed.append(0, 2), feed.append(0, 3));
        commits.reversed().forEach(commit -> feed.announce(0, commit));
        await().untilAsserted(() -> assertThat(tally(0)).containsExactly(8L, 21L));
    }

    @Test
    @Order(5)
    void what_was_never_announced_is_found() {
        for (int i = 0; i < 1_200; i++) {
            feed.append(0, 1);
        }
        await().untilAsserted(() -> assertThat(tally(0)).containsExactly(1_208L, 1_221L));
    }

    @Test
    @Order(6)
    void a_token_is_waited_for() {
        Commit next = feed.append(0, 1);
        gate.await("tally", Token.of(new Partition("counter", 0), next.position()), Duration.ofSeconds(10))
                .toCompletableFuture()
                .join();
        assertThat(tally(0)).containsExactly(1_209L, 1_222L);
    }

    @Test
    @Order(7)
    void a_token_that_is_not_reached_in_time_says_how_far_the_projection_is() {
        Token token = Token.of(new Partition("counter", 0), 5_000);
        assertThatThrownBy(() -> gate.await("tally", token, Duration.ofMillis(200))
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(DeadlineExceededException.class)
                .hasMessageContaining("tally is at counter/0@1209, asked for was counter/0@5000");
    }

    @Test
    @Order(7)
    void what_a_token_says_of_other_aggregate_types_is_not_waited_for() {
        Token merged = Token.parse("apple/0@99,counter/0@1,pear/0@99");
        gate.await("tally", merged, Duration.ofSeconds(10))
                .toCompletableFuture()
                .join();
    }

    @Test
    @Order(7)
    void a_token_of_a_partition_that_the_log_does_not_have_is_refused() {
        assertThatThrownBy(() -> gate.await("tally", Token.parse("counter/4@1"), Duration.ofSeconds(10))
                        .toCompletableFuture()
                        .get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(InvalidValueException.class)
                .hasMessageContaining("counter/4");
    }

    @Test
    @Order(7)
    void nothing_is_reached_by_a_projection_that_has_never_run() {
        assertThatThrownBy(() -> gate.await("missing", Token.parse("counter/0@1"), Duration.ofMillis(200))
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(DeadlineExceededException.class)
                .hasMessageContaining("missing is at counter/0@0, asked for was counter/0@1");
    }

    @Test
    @Order(8)
    void an_event_that_cannot_be_folded_stops_its_partition_and_no_other() {
        feed.append(1, 1);
        await().untilAsserted(() -> assertThat(tally(1)).containsExactly(1L, 1L));
        feed.append(1, 13);
        feed.append(1, 1);
        await().untilAsserted(() -> assertNotReady("cannot fold the event of counter/counter-1 at version 2"));
        feed.append(0, 1);
        await().untilAsserted(() -> assertThat(tally(0)).containsExactly(1_210L, 1_223L));
        assertThat(tally(1)).containsExactly(1L, 1L);
    }

    @Test
    @Order(9)
    void a_log_that_has_become_shorter_stops_its_partition_and_nothing_is_written() {
        feed.append(2, 1);
        feed.append(2, 1);
        await().untilAsserted(() -> assertThat(tally(2)).containsExactly(2L, 2L));
        feed.truncate(2);
        await().untilAsserted(() -> assertThat(standing()).contains("the log ends at 1, before 2"));
        feed.append(2, 100);
        feed.append(2, 100);
        feed.append(0, 1);
        await().untilAsserted(() -> assertThat(tally(0)).containsExactly(1_211L, 1_224L));
        assertThat(tally(2)).containsExactly(2L, 2L);
    }

    private List<Long> tally(int partition) {
        var rows = pool.preparedQuery("SELECT events, sum FROM tally WHERE id = $1")
                .execute(Tuple.of(feed.id(partition)))
                .await()
                .atMost(Duration.ofSeconds(10));
        for (Row row : rows) {
            return List.of(row.getLong(0), row.getLong(1));
        }
        return List.of();
    }

    private static void assertNotReady(String why) {
        given().get("/q/health/ready").then().statusCode(503).body(containsString(why));
    }

    private static String standing() {
        return given().get("/q/health/ready").asString();
    }
}
