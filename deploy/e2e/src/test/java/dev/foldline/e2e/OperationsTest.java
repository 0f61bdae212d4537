package dev.foldline.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators and tools look at. */
@ExtendWith(Platform.Extension.class)
class OperationsTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** Of every context: paths, parameters, bodies, answers and problems. */
    @Test
    void the_whole_interface_is_described_as_in_the_contracts_documents(Platform platform) throws Exception {
        JsonNode served = new ObjectMapper().readTree(get(wholeApp(platform), "/q/openapi?format=json"));
        ObjectNode committed = JsonNodeFactory.instance.objectNode();
        for (String context : List.of("wallet", "jackpot", "player")) {
            JsonNode document =
                    YAML.readTree(Path.of("../../functions", context, "contract/src/main/contract/openapi.yaml")
                            .toFile());
            committed.withObject("/paths").setAll((ObjectNode) document.path("paths"));
            document.path("components").properties().forEach(kind -> committed
                    .withObject("/components/" + kind.getKey())
                    .setAll((ObjectNode) kind.getValue()));
        }

        assertThat(served.path("paths")).isEqualTo(committed.path("paths"));
        assertThat(served.path("components")).isEqualTo(committed.path("components"));
    }

    @Test
    void the_interface_can_be_tried_in_a_browser(Platform platform) throws Exception {
        assertThat(get(wholeApp(platform), "/q/swagger-ui/")).contains("swagger-ui");
    }

    @Test
    void health_names_what_the_application_needs(Platform platform) throws Exception {
        assertThat(get(platform.apps().of("wallet/open-wallet").getFirst(), "/q/health"))
                .contains("foldline-log", "foldline-broker", "\"status\": \"UP\"");
        assertThat(get(platform.apps().of("projections/wallet-balance").getFirst(), "/q/health"))
                .contains("foldline-projections", "foldline-broker", "\"status\": \"UP\"");
    }

    @Test
    void commands_are_counted_by_name_and_outcome(Platform platform) throws Exception {
        platform.wallets().open("w-operations", "EUR");
        assertThat(platform.apps().of("wallet/open-wallet")).anySatisfy(app -> assertThat(get(app, "/q/metrics"))
                .contains("foldline_commands_seconds_count{command=\"wallet/open-wallet\""));
    }

    private static AppProcess wholeApp(Platform platform) {
        assumeFalse(Platform.topology().isSplit(), "no process has the whole interface");
        return platform.apps().of("wallet/open-wallet").getFirst();
    }

    private static String get(AppProcess app, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(app.url().resolve(path)).build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        }
    }
}
