package dev.foldline.functions.deployment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.EventStore;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.StoreUnavailableException;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;
import jakarta.inject.Singleton;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application that publishes, and whose store is away. */
class PublisherApplicationTest {

    @Singleton
    public static class AwayStore implements EventStore {

        @Override
        public List<LogDefinition> logs(String context) {
            throw new StoreUnavailableException("away", null);
        }

        @Override
        public EventLog open(LogDefinition definition) {
            throw new StoreUnavailableException("away", null);
        }
    }

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(
                    AwayStore.class,
                    Switches.TurnedOn.class,
                    Bulletins.Bulletin.class,
                    Bulletins.LightsOn.class,
                    Bulletins.SwitchPublisher.class))
            .overrideConfigKey("quarkus.http.test-port", "0")
            .overrideConfigKey("foldline.amqp.url", "amqp://127.0.0.1:1");

    @Test
    void its_feed_is_there_and_unavailable() {
        given().get("/home/feeds/bulletins").then().statusCode(503).body("code", equalTo("unavailable"));
        given().get("/home/feeds/other").then().statusCode(404).body("code", equalTo("unknown-feed"));
        given().post("/home/feeds/bulletins").then().statusCode(405).body("code", equalTo("method-not-allowed"));
    }

    @Test
    void an_event_that_it_follows_is_not_taken_yet_and_another_never() {
        post("/home/switch").then().statusCode(503).body("code", equalTo("unavailable"));
        post("/home/lamp").then().statusCode(404).body("code", equalTo("not-followed"));
    }

    @Test
    void it_is_not_ready_until_it_has_its_logs() {
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.findAll { it.status == 'DOWN' }.name", hasItem("foldline-publishers"));
    }

    private static Response post(String source) {
        return given().contentType("application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", "switch/0@1")
                .header("ce-source", source)
                .header("ce-type", "foldline.commit.v1")
                .body("""
                        {"partition":"switch/0","position":1,"aggregateId":"s","version":0,"time":"2026-01-02T03:04:05Z",
                         "commandId":"00000000-0000-0000-0000-000000000001",
                         "events":[{"type":"turned-on","revision":1,"data":{}}]}""")
                .post("/");
    }
}
