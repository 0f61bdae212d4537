package dev.foldline.functions.deployment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import dev.foldline.eventstore.Commit;
import dev.foldline.functions.Metadata;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A command's event, a policy that reacts to it, and the handler of what it sends, in one application without a broker. */
class PolicyApplicationTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(
                    MemoryStore.class,
                    Switches.TurnOn.class,
                    Switches.TurnedOn.class,
                    Switches.SwitchDecider.class,
                    Switches.TurnOnFunction.class,
                    Switches.TurnBackOn.class))
            .overrideConfigKey("quarkus.http.test-port", "0")
            .overrideConfigKey("foldline.policy.poll-interval", "50ms")
            .overrideConfigKey("foldline.log.partitions", "1")
            .overrideConfigKey("foldline.amqp.url", "amqp://127.0.0.1:1");

    @Inject
    MemoryStore store;

    @Test
    void what_a_policy_wants_done_about_an_event_is_done() {
        given().contentType("application/json")
                .body("{\"id\":\"one\"}")
                .header("Idempotency-Key", "8f14e45f-ceea-467f-a8d2-1f1b2c3d4e5f")
                .post("/home/commands/turn-on")
                .then()
                .statusCode(200);
        await().until(() -> store.head(0) == 2);
        Commit reaction = store.load("another", 0).getFirst();
        assertThat(reaction.metadata())
                .containsEntry(Metadata.CAUSATION, "switch/0@1")
                .containsEntry(Metadata.CORRELATION, "8f14e45f-ceea-467f-a8d2-1f1b2c3d4e5f");
        await().until(() -> store.find(
                        "home", "turn-back-on", store.descriptor().partition(0))
                .filter(checkpoint -> checkpoint.position() == 2)
                .isPresent());
        assertThat(store.head(0)).isEqualTo(2);
    }

    @Test
    void its_health_tells_of_policies() {
        given().get("/q/health/ready").then().body("checks.name", hasItem("foldline-policies"));
    }
}
