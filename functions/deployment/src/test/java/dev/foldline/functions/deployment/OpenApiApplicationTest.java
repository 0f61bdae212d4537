package dev.foldline.functions.deployment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.contracts.ContractReader;
import dev.foldline.functions.contracts.OpenApiDocument;
import io.quarkus.test.QuarkusUnitTest;
import java.util.List;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application that has OpenAPI serves the description that its contracts' documents have. */
class OpenApiApplicationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Class<?>> MESSAGES =
            List.of(Switches.TurnOn.class, Switches.FindState.class, Switches.FindHouse.class);
    private static final List<EventSource<?>> STREAMS = List.of(Bulletins.Bulletin.STREAM);

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(
                            Bulletins.Bulletin.class,
                            Bulletins.LightsOn.class,
                            Switches.TurnOn.class,
                            Switches.FindState.class,
                            Switches.State.class,
                            Switches.StateFunction.class,
                            Switches.FindHouse.class,
                            Switches.PartFunction.class,
                            Switches.CellarFunction.class)
                    .addAsResource(new StringAsset("info: {title: Home, version: '1'}"), "META-INF/openapi.yaml"))
            .overrideConfigKey("quarkus.http.test-port", "0")
            .overrideConfigKey("foldline.amqp.url", "amqp://127.0.0.1:1");

    @Test
    void paths_and_what_they_refer_to_are_as_in_the_contract_s_document() throws Exception {
        JsonNode served = JSON.readTree(given().get("/q/openapi?format=json").asString());
        JsonNode document = JSON.readTree(
                OpenApiDocument.of(contract().read(MESSAGES, STREAMS).values()).toString());

        assertThat(served.at("/info/title").asText()).isEqualTo("Home");
        assertThat(served.path("paths")).hasSize(4).isEqualTo(document.path("paths"));
        assertThat(served.path("components")).isEqualTo(document.path("components"));
    }

    /** That a house is answered with a state is known from the function. */
    private static ContractReader contract() {
        return new ContractReader(query -> Switches.State.class);
    }
}
