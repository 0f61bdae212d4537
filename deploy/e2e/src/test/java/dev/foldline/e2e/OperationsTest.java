package dev.foldline.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators and tools look at. */
@ExtendWith(Platform.Extension.class)
class OperationsTest {

    @Test
    void the_whole_interface_is_described(Platform platform) throws Exception {
        assertThat(get(wholeApp(platform), "/q/openapi"))
                .contains(
                        "/wallet/commands/open-wallet:",
                        "/wallet/commands/deposit:",
                        "/wallet/commands/withdraw:",
                        "/wallet/commands/place-bet:",
                        "/wallet/commands/settle-bet:",
                        "/wallet/queries/wallet-balance:",
                        "Idempotency-Key",
                        "Consistency-Token");
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
