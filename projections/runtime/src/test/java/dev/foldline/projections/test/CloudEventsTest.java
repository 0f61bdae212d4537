package dev.foldline.projections.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.functions.runtime.Logs;
import dev.foldline.functions.runtime.event.CommitMessages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The projection hears of commits by {@code POST /} and in no other way: it does not look by itself. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(CloudEventsTest.OverHttpOnly.class)
class CloudEventsTest {

    /** With the subscriptions of the runtime instead of those of the test, and without a broker. */
    public static final class OverHttpOnly implements QuarkusTestProfile {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(OneLog.class);
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.arc.exclude-types", Feed.class.getName(),
                    "foldline.projection.poll-interval", "1h",
                    "foldline.event.timeout", "2s");
        }
    }

    /** The log alone; for this test only. */
    @Singleton
    @Alternative
    public static class OneLog implements Logs {

        private static final Feed FEED = new Feed("counter");

        @Override
        public EventLog log(String context, String aggregateType) {
            return FEED;
        }
    }

    private final Feed feed = OneLog.FEED;

    @Inject
    Pool pool;

    /** Until the projection has started, the answer is 503. */
    @BeforeEach
    void the_projection_follows() {
        Commit first = feed.append(3, 0);
        await().untilAsserted(() -> post(binary(3, first)).statusCode(204));
    }

    @Test
    void an_event_in_binary_mode_is_folded_before_it_is_answered() {
        Commit commit = feed.append(0, 5);
        post(binary(0, commit)).statusCode(204);
        assertThat(tally(0)).containsExactly(1L, 5L);
    }

    @Test
    void an_event_in_structured_mode_is_folded_before_it_is_answered() {
        Commit commit = feed.append(1, 7);
        post(structured(1, commit)).statusCode(204);
        assertThat(tally(1)).containsExactly(1L, 7L);
    }

    @Test
    void duplicates_and_events_out_of_order_end_right() {
        List<Commit> commits = List.of(feed.append(2, 1), feed.append(2, 2), feed.append(2, 3));
        post(binary(2, commits.get(2))).statusCode(204);
        post(structured(2, commits.get(0))).statusCode(204);
        post(binary(2, commits.get(2))).statusCode(204);
        post(binary(2, commits.get(1))).statusCode(204);
        assertThat(tally(2)).containsExactly(3L, 6L);
    }

    @Test
    void an_event_that_is_not_in_the_log_is_folded_by_nobody() {
        Commit last = feed.append(3, 4);
        post(binary(3, last)).statusCode(204);
        List<Long> before = tally(3);
        Commit forged = new Feed("counter").append(3, 1_000_000);
        post(binary(3, renumbered(forged, last.position() + 1)))
                .statusCode(503)
                .contentType("application/problem+json")
                .body("code", equalTo("unavailable"), "detail", containsString("counter/3@" + (last.position() + 1)));
        post(binary(3, renumbered(forged, last.position()))).statusCode(204);
        assertThat(tally(3)).isEqualTo(before);
    }

    @Test
    void an_event_that_nobody_here_follows_is_not_found() {
        Commit commit = feed.append(3, 1);
        post(binary(3, commit).header("ce-source", "/test/other"))
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-followed"));
        post(binary(3, commit).header("ce-type", "foldline.commit.v9")).statusCode(404);
    }

    @Test
    void what_is_no_event_is_refused() {
        Commit commit = feed.append(3, 1);
        post(given().contentType(ContentType.JSON).body("{}")).statusCode(400).body("code", equalTo("malformed-body"));
        post(given().contentType("application/cloudevents+json").body("{\"specversion\":\"1.0\"}"))
                .statusCode(400);
        post(binary(3, commit).header("ce-specversion", "0.3")).statusCode(400);
        post(binary(3, commit).body("{}")).statusCode(400);
        post(binary(3, commit)
                        .body(CommitMessages.write(
                                new Feed("other").descriptor().partition(3), commit)))
                .statusCode(400);
        post(given().contentType("application/cloudevents-batch+json").body("[]"))
                .statusCode(415);
        post(binary(3, commit).body(new byte[1_048_577]))
                .statusCode(413)
                .body("code", equalTo("body-too-large"), "detail", containsString("1048576 bytes"));
    }

    private static ValidatableResponse post(RequestSpecification request) {
        return request.post("/").then();
    }

    private RequestSpecification binary(int partition, Commit commit) {
        return given().config(io.restassured.RestAssured.config()
                        .headerConfig(io.restassured.config.HeaderConfig.headerConfig()
                                .overwriteHeadersWithName("ce-source", "ce-type", "ce-specversion")))
                .contentType(ContentType.JSON)
                .header("ce-specversion", "1.0")
                .header("ce-id", "counter/" + partition + "@" + commit.position())
                .header("ce-source", "/test/counter")
                .header("ce-type", "foldline.commit.v1")
                .body(data(partition, commit));
    }

    private RequestSpecification structured(int partition, Commit commit) {
        return given().contentType("application/cloudevents+json; charset=utf-8")
                .body(
                        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/test/counter\",\"type\":\"foldline.commit.v1\","
                                + "\"datacontenttype\":\"application/json\",\"data\":"
                                + new String(data(partition, commit), StandardCharsets.UTF_8) + "}");
    }

    private byte[] data(int partition, Commit commit) {
        return CommitMessages.write(feed.descriptor().partition(partition), commit);
    }

    private static Commit renumbered(Commit commit, long position) {
        return new Commit(
                position,
                commit.aggregateId(),
                commit.version(),
                commit.commandId(),
                commit.time(),
                commit.events(),
                commit.metadata());
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
}
