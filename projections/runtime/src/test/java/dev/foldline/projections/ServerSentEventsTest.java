package dev.foldline.projections;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.foldline.projections.test.EventSourceClient;
import dev.foldline.projections.test.Feed;
import dev.foldline.projections.test.PostgresForTests;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Subscriptions over HTTP. The heartbeat is 200 ms here. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ServerSentEventsTest {

    private static final String PATH = "/test/queries/tally?id=";
    private static final Duration LONG = Duration.ofSeconds(20);

    @Inject
    Database database;

    @Inject
    Pool pool;

    @Inject
    MeterRegistry meters;

    @TestHTTPResource
    URI base = URI.create("");

    @Test
    void each_answer_is_an_event_with_its_token_and_a_client_that_comes_again_goes_on_from_its_last() throws Exception {
        var feed = new Feed("sse");
        try (var instance = Instance.start(database, feed, Instance.NEVER)) {
            String last;
            try (var client = open(feed.id(0), Map.of())) {
                assertThat(client.status()).isEqualTo(200);
                assertThat(client.header("Content-Type")).isEqualTo("text/event-stream");
                assertThat(client.header("Cache-Control")).isEqualTo("no-store");
                await().until(() -> client.fields("data").equals(List.of("null")));
                instance.announce(0, feed.append(0, 5)).join();
                await().until(() -> client.fields("data").equals(List.of("null", "{\"events\":1,\"sum\":5}")));
                last = client.fields("id").getLast();
                assertThat(last.split(",")).contains("sse/0@1");
            }
            instance.announce(0, feed.append(0, 2)).join();
            try (var client = open(feed.id(0), Map.of("Last-Event-ID", last))) {
                await().until(() -> client.fields("data").equals(List.of("{\"events\":2,\"sum\":7}")));
            }
        }
    }

    @Test
    void what_goes_wrong_before_the_first_answer_is_answered_as_any_query() {
        sse().get("/test/queries/tally").then().statusCode(400).body("code", equalTo("malformed-body"));
        sse().get("/test/queries/other").then().statusCode(404).body("code", equalTo("unknown-query"));
        sse().header("Last-Event-ID", "7")
                .get(PATH + "x")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-value"));
    }

    @Test
    void a_client_that_prefers_json_gets_an_answer_and_no_events() {
        given().accept("application/json, text/event-stream;q=0.5")
                .get(PATH + "nobody")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void a_heartbeat_is_sent_and_a_client_that_has_gone_frees_everything() throws Exception {
        var client = open("beats", Map.of());
        await().until(() -> client.lines().stream().filter(":"::equals).count() > 2);
        assertThat(subscriptions()).isEqualTo(1);
        client.close();
        await().until(() -> subscriptions() == 0);
        await().atMost(LONG).until(() -> listening() == 0);
    }

    @Test
    void a_fault_that_no_trying_mends_ends_the_stream_with_a_problem() throws Exception {
        var feed = new Feed("broken-table");
        try (var instance = Instance.start(database, feed, Instance.NEVER);
                var client =
                        new EventSourceClient(base.resolve("/test/queries/largest?prefix=broken-table"), Map.of())) {
            instance.announce(0, feed.append(0, 5)).join();
            await().until(() -> client.fields("data").size() == 2);
            run("ALTER TABLE tally RENAME COLUMN sum TO total");
            try {
                run("SELECT pg_notify('foldline.rows.tally', '')");
                await().atMost(LONG).until(client::hasEnded);
            } finally {
                run("ALTER TABLE tally RENAME COLUMN total TO sum");
            }
            assertThat(client.fields("event")).containsExactly("problem");
            assertThat(client.fields("data").getLast()).contains("\"code\":\"internal-error\"");
        }
    }

    private EventSourceClient open(String id, Map<String, String> headers) throws IOException, InterruptedException {
        return new EventSourceClient(base.resolve(PATH + id), headers);
    }

    private static RequestSpecification sse() {
        return given().accept("text/event-stream");
    }

    private int subscriptions() {
        return (int) meters.get("foldline.subscriptions").gauge().value();
    }

    private long listening() {
        return pool.query("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' OR query = 'SELECT 1'")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(LONG);
    }

    private void run(String statement) {
        pool.query(statement).execute().await().atMost(LONG);
    }
}
