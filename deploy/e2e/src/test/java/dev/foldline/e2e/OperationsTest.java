package dev.foldline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(get(platform, "/q/openapi"))
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
        assertThat(get(platform, "/q/swagger-ui/")).contains("swagger-ui");
    }

    @Test
    void health_names_what_the_application_needs(Platform platform) throws Exception {
        assertThat(get(platform, "/q/health"))
                .contains("foldline-log", "foldline-broker", "foldline-projections", "\"status\": \"UP\"");
    }

    @Test
    void commands_are_counted_by_name_and_outcome(Platform platform) throws Exception {
        platform.wallets().open("w-operations", "EUR");
        assertThat(get(platform, "/q/metrics"))
                .contains("foldline_commands_seconds_count{command=\"wallet/open-wallet\"");
    }

    private static String get(Platform platform, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(platform.app().url().resolve(path)).build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        }
    }
}
