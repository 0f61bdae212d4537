package dev.foldline.functions.tracing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.config.ConfigSourceFactory;
import java.io.File;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TracedApplicationTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private static final String CONFIGURATION = "META-INF/microprofile-config.properties";

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(
                            Collector.class,
                            Lamp.class,
                            Lamp.FindLamp.class,
                            Lamp.LampState.class,
                            Lamp.Light.class,
                            Lamp.LampFunction.class)
                    // What is tested takes the place of this module's own classes.
                    .addClass(TracingSwitch.class)
                    .addAsServiceProvider(ConfigSourceFactory.class, TracingSwitch.class)
                    .addAsResource(new File("src/main/resources/" + CONFIGURATION), CONFIGURATION))
            .overrideConfigKey("quarkus.http.test-port", "0")
            .overrideConfigKey("foldline.amqp.url", "amqp://127.0.0.1:1")
            .overrideConfigKey("quarkus.otel.bsp.schedule.delay", "100ms")
            .overrideConfigKey("foldline.tracing", Collector.url());

    @Test
    void spans_of_a_request_reach_the_collector_in_the_callers_trace() {
        given().header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .get("/home/queries/lamp?id=1")
                .then()
                .statusCode(200);
        given().header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .contentType("application/json")
                .body("{\"id\":\"1\"}")
                .post("/home/commands/light")
                .then()
                .statusCode(503);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(Collector.hasReceivedId(TRACE)).isTrue();
            assertThat(Collector.hasReceived("GET /:context/queries/:name")).isTrue();
            assertThat(Collector.hasReceived("answer home/lamp")).isTrue();
            assertThat(Collector.hasReceived("send home.command.light")).isTrue();
        });
    }
}
