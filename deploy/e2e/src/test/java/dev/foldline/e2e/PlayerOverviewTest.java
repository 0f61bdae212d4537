package dev.foldline.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A query that two contexts answer, each with its part. */
@ExtendWith(Platform.Extension.class)
class PlayerOverviewTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String player = "p-" + UUID.randomUUID();
    private final String wallet = "w-" + UUID.randomUUID();
    private final String draw = "d-" + UUID.randomUUID();

    @Test
    void has_a_part_of_each_context(Platform platform) {
        var jackpot = new JackpotClient(platform.wallets(), "DKK");
        jackpot.open(1_000);
        jackpot.openWallet(wallet, player, 1_000_000);
        assertThat(jackpot.draw(draw, player, wallet).status()).isEqualTo(200);
        JsonNode answers = await().atMost(PATIENCE)
                .until(
                        () -> jackpot.overview(player).body().path("answers"),
                        found -> wallet(found).path("balanceMinor").asLong() > 1_000_000
                                && prize(found).path("prizeMinor").asLong() > 0);
        assertThat(wallet(answers).path("walletId").asText()).isEqualTo(wallet);
        assertThat(prize(answers).path("drawId").asText()).isEqualTo(draw);
        assertThat(wallet(answers).path("balanceMinor").asLong())
                .isEqualTo(1_000_000 + prize(answers).path("prizeMinor").asLong());
    }

    @Test
    void of_a_player_whom_nobody_knows_has_no_part_and_nobody_missing(Platform platform) {
        var jackpot = new JackpotClient(platform.wallets(), "DKK");
        Answer answer = await().atMost(PATIENCE).until(() -> jackpot.overview(player), found -> found.body()
                .path("missing")
                .isEmpty());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("answers").path("wallet").isNull()).isTrue();
        assertThat(answer.body().path("answers").path("jackpot").isNull()).isTrue();
    }

    private static JsonNode wallet(JsonNode answers) {
        return answers.path("wallet").path("wallets").path(0);
    }

    private static JsonNode prize(JsonNode answers) {
        return answers.path("jackpot").path("prizes").path(0);
    }
}
