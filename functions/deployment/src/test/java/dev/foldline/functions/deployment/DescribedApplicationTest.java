package dev.foldline.functions.deployment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.functions.Allowed;
import dev.foldline.functions.Command;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.Query;
import dev.foldline.functions.contracts.ContractReader;
import dev.foldline.functions.contracts.OpenApiDocument;
import io.quarkus.test.QuarkusUnitTest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an application serves at {@code /q/openapi} is what is committed with its contracts: both are made by one generator. */
class DescribedApplicationTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Switches.class, DescribedApplicationTest.class)
                    .addClasses(Switches.FindState.class, Switches.State.class, Switches.StateFunction.class)
                    .addClasses(Dim.class, Level.class, Colour.class, Period.class, FindLevels.class, Levels.class)
                    .addClasses(Dimmed.class))
            .overrideConfigKey("quarkus.http.test-port", "0")
            .overrideConfigKey("foldline.amqp.url", "amqp://127.0.0.1:1");

    private static final ObjectMapper JSON = new ObjectMapper();

    static final EventSource<Dimmed> STREAM = EventSource.published(
            "home",
            "lights",
            EventTable.<Dimmed>builder().event("dimmed", 1, Dimmed.class).build());

    @Allowed(minimum = 1, maximum = 99)
    public record Level(@JsonValue int percent) {}

    public enum Colour {
        WARM,
        COLD
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Period(Instant from, Instant to) {}

    @Command(context = "home", name = "dim", aggregate = "lamp")
    public record Dim(UUID lamp, Level level, Optional<Colour> colour, List<Period> when) {}

    public record Levels(Map<String, Level> levels) {}

    @Query(
            context = "home",
            name = "levels",
            responders = {"upstairs", "downstairs"},
            answer = Levels.class)
    public record FindLevels(Optional<Colour> colour) {}

    public record Dimmed(UUID lamp, Level level) {}

    @Test
    void serves_what_is_committed() throws IOException {
        JsonNode served = JSON.readTree(given().get("/q/openapi?format=json").asByteArray());
        JsonNode committed = JSON.readTree(OpenApiDocument.of(new ContractReader()
                        .read(List.of(Dim.class, FindLevels.class, Switches.FindState.class), List.of(STREAM))
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
