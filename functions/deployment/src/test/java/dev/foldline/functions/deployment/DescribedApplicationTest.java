package dev.foldline.functions.deployment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foldline.functions.contracts.ContractReader;
import dev.foldline.functions.contracts.OpenApiDocument;
import io.quarkus.test.QuarkusUnitTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an application serves at {@code /q/openapi} is what is committed with its contracts: both are made by one generator. */
class DescribedApplicationTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(
                    Lamps.class, Switches.FindState.class, Switches.State.class, Switches.StateFunction.class))
            .overrideConfigKey("quarkus.http.test-port", "0")
            .overrideConfigKey("foldline.amqp.url", "amqp://127.0.0.1:1");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void serves_what_is_committed() throws IOException {
        JsonNode served = JSON.readTree(given().get("/q/openapi?format=json").asByteArray());
        JsonNode committed = JSON.readTree(OpenApiDocument.of(new ContractReader()
                        .read(
                                List.of(Lamps.Dim.class, Lamps.FindLevels.class, Switches.FindState.class),
                                List.of(Lamps.STREAM))
                        .firstEntry()
                        .getValue())
                .toString());

        assertThat(served.path("paths").fieldNames()).toIterable().hasSize(4);
        for (String part :
                List.of("/paths", "/components/schemas", "/components/parameters", "/components/responses")) {
            committed.at(part).properties().forEach(expected -> assertThat(
                            served.at(part).get(expected.getKey()))
                    .as(part + " " + expected.getKey())
                    .isEqualTo(expected.getValue()));
        }
    }
}
