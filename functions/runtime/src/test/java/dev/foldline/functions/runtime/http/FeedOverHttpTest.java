package dev.foldline.functions.runtime.http;

import static dev.foldline.functions.runtime.publish.Notes.append;
import static dev.foldline.functions.runtime.publish.Notes.idIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.foldline.eventstore.EventLog;
import dev.foldline.functions.runtime.Logs;
import dev.foldline.functions.runtime.edge.FeedEdge;
import dev.foldline.functions.runtime.edge.FeedEdges;
import dev.foldline.functions.runtime.edge.Remote;
import dev.foldline.functions.runtime.edge.Reply;
import dev.foldline.functions.runtime.follow.ArchivedLog;
import dev.foldline.functions.runtime.publish.StoreForTests;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedOverHttpTest {

    /** Answers with what it is asked. */
    private static final Remote ECHO = new Remote() {
        @Override
        public CompletionStage<Reply> command(
                String context,
                String name,
                byte[] body,
                Map<String, String> properties,
                @Nullable String group,
                Duration patience) {
            throw new AssertionError("no command is sent");
        }

        @Override
        public CompletionStage<Reply> query(
                String context, String name, byte[] body, Map<String, String> properties, Duration patience) {
            throw new AssertionError("no query is asked");
        }

        @Override
        public Map<String, CompletionStage<Reply>> gather(
                String context,
                String name,
                List<String> responders,
                byte[] body,
                Map<String, String> properties,
                Duration patience) {
            throw new AssertionError("nothing is gathered");
        }

        @Override
        public CompletionStage<Reply> feed(String context, String stream, byte[] body, Duration patience) {
            return CompletableFuture.completedStage(new Reply(200, "application/json", Map.of(), body));
        }
    };

    private final StoreForTests store = new StoreForTests();
    private final Logs logs = store.process();
    private final EventLog published = StoreForTests.published(logs);
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close();
        store.close();
    }

    @Test
    void a_feed_says_what_its_log_is_and_where_it_ends() throws Exception {
        append(published, 1, idIn(published, 1, 0), 1);
        int port = serve(FeedEdges.of(StoreForTests.publishing(logs), ECHO));
        get(port, "/desk/feeds/notes")
                .statusCode(200)
                .contentType("application/json")
                .body("log", equalTo(published.descriptor().id().toString()))
                .body("aggregateType", equalTo("published-notes"))
                .body("partitions", equalTo(StoreForTests.PARTITIONS))
                .body("heads", contains(0, 1, 0));
    }

    @Test
    void commits_are_read_page_by_page() throws Exception {
        for (int number = 0; number < 250; number++) {
            append(published, 2, idIn(published, 2, 0), number);
        }
        int port = serve(FeedEdges.of(StoreForTests.publishing(logs), ECHO));
        get(port, "/desk/feeds/notes?partition=2").statusCode(200).body("commits", hasSize(250));
        get(port, "/desk/feeds/notes?partition=2&after=10&limit=2")
                .statusCode(200)
                .body("log", equalTo(published.descriptor().id().toString()))
                .body("commits.position", contains(11, 12))
                .body("commits.version", contains(10, 11))
                .body("commits[0].partition", equalTo("published-notes/2"))
                .body("commits[0].events[0].data.number", equalTo(10));
        get(port, "/desk/feeds/notes?partition=2&after=250").statusCode(200).body("commits", hasSize(0));
    }

    @Test
    void a_page_ends_when_it_is_large() throws Exception {
        Integer[] many = new Integer[2_000];
        Arrays.fill(many, 1_000_000);
        for (int i = 0; i < 20; i++) {
            append(published, 0, idIn(published, 0, 0), many);
        }
        int port = serve(FeedEdges.of(StoreForTests.publishing(logs), ECHO));
        int size = get(port, "/desk/feeds/notes?partition=0")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("commits")
                .size();
        assertThat(size).isBetween(1, 15);
    }

    @Test
    void what_cannot_be_read_is_refused() throws Exception {
        int port = serve(FeedEdges.of(StoreForTests.publishing(logs), ECHO));
        for (String query : new String[] {
            "partition=3", "partition=-1", "partition=0&limit=0", "partition=0&limit=501", "partition=0&after=-1"
        }) {
            get(port, "/desk/feeds/notes?" + query).statusCode(400).body("code", equalTo("invalid-value"));
        }
        get(port, "/desk/feeds/notes?partition=x").statusCode(400).body("code", equalTo("malformed-body"));
        get(port, "/desk/feeds/notes?from=0").statusCode(400).body("detail", containsString("'from' is unknown"));
        get(port, "/desk/feeds/notes?partition=0&after=9").statusCode(410).body("code", equalTo("log-truncated"));
        get(port, "/desk/feeds/other").statusCode(404).body("code", equalTo("unknown-feed"));
    }

    @Test
    void what_has_left_for_an_archive_that_is_not_known_here_is_said(@TempDir Path directory) throws Exception {
        try (var archived = new ArchivedLog(directory)) {
            EventLog log = archived.withoutArchive();
            for (int number = 0; number < 10; number++) {
                append(log, 0, idIn(log, 0, 0), number);
            }
            archived.move();
            int port = serve(FeedEdges.of(StoreForTests.publishing((context, type) -> log), ECHO));
            get(port, "/desk/feeds/notes?partition=0")
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("code", equalTo("log-archived"))
                    .body("detail", containsString("foldline.archive.url"));
            get(port, "/desk/feeds/notes?partition=0&after=8").statusCode(200).body("commits", hasSize(2));
        }
    }

    @Test
    void a_process_that_does_not_publish_passes_on_what_it_is_asked() throws Exception {
        int port = serve(FeedEdges.of(StoreForTests.following(logs), ECHO));
        String asked =
                get(port, "/desk/feeds/notes?partition=2&after=5").extract().asString();
        assertThat(asked).isEqualTo("{\"partition\":2,\"after\":5}");
        assertThat(get(port, "/desk/feeds/notes").extract().asString()).isEqualTo("{}");
        CompletionStage<Reply> back = FeedEdges.of(StoreForTests.publishing(logs), ECHO)
                .read(
                        "desk",
                        "notes",
                        "{\"partition\":2,\"after\":0}".getBytes(StandardCharsets.UTF_8),
                        Duration.ofSeconds(5));
        assertThat(back.toCompletableFuture().get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    private int serve(FeedEdge edge) throws Exception {
        Router router = Router.router(vertx);
        new FeedRoute(edge).install(router);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        return server.actualPort();
    }

    private static ValidatableResponse get(int port, String path) {
        return given().urlEncodingEnabled(false)
                .get("http://127.0.0.1:" + port + path)
                .then();
    }
}
