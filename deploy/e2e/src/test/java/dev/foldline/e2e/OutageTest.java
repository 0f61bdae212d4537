package dev.foldline.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foldline.e2e.Platform.Server;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("one-topology")
@ExtendWith(Platform.Extension.class)
class OutageTest {

    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private final String wallet = "w-" + UUID.randomUUID();
    private WalletClient wallets;

    @BeforeEach
    void openWallet(Platform platform) {
        wallets = platform.wallets();
        wallets.open(wallet, "EUR");
    }

    @Test
    void a_log_that_is_away_is_answered_503_and_is_found_back(Platform platform) {
        UUID key = UUID.randomUUID();
        platform.whileAway(
                () -> {
                    Answer away = wallets.deposit(wallet, 5, key);
                    assertThat(away.status()).isEqualTo(503);
                    assertThat(away.text("code")).isEqualTo("unavailable");
                    assertThat(away.header("Retry-After")).isNotEmpty();
                },
                Server.MONGODB);
        Answer back =
                await().atMost(RECOVERY).until(() -> wallets.deposit(wallet, 5, key), answer -> answer.status() == 200);
        assertThat(back.number("version")).isEqualTo(2);
        assertThat(wallets.balance(wallet, back.text("token")).number("balanceMinor"))
                .isEqualTo(5);
    }

    @Test
    void a_projection_database_that_is_away_stops_queries_only(Platform platform) {
        platform.whileAway(
                () -> {
                    assertThat(wallets.balance(wallet, "").status()).isEqualTo(503);
                    assertThat(wallets.deposit(wallet, 5).status()).isEqualTo(200);
                },
                Server.POSTGRES);
        await().atMost(RECOVERY)
                .untilAsserted(() -> assertThat(wallets.balance(wallet, "").number("balanceMinor"))
                        .isEqualTo(5));
        platform.apps().awaitReady();
    }

    @Test
    void a_broker_that_is_away_is_answered_503_by_a_gateway_which_finds_it_back(Platform platform) {
        assumeTrue(Platform.topology().isOverAmqp(), "callers reach the handlers directly");
        UUID key = UUID.randomUUID();
        platform.whileAway(
                () -> {
                    Answer away = wallets.deposit(wallet, 5, key);
                    assertThat(away.status()).isEqualTo(503);
                    assertThat(away.text("code")).isEqualTo("unavailable");
                },
                Server.AMQP);
        Answer back =
                await().atMost(RECOVERY).until(() -> wallets.deposit(wallet, 5, key), answer -> answer.status() == 200);
        assertThat(back.number("version")).isEqualTo(2);
    }

    @Test
    void a_broker_that_is_away_stops_neither_commands_nor_projections(Platform platform) {
        assumeFalse(Platform.topology().isOverAmqp(), "a gateway reaches nobody without the broker");
        platform.whileAway(
                () -> {
                    Answer deposit = wallets.deposit(wallet, 5);
                    assertThat(deposit.status()).isEqualTo(200);
                    assertThat(wallets.balance(wallet, deposit.text("token")).number("balanceMinor"))
                            .isEqualTo(5);
                },
                Server.AMQP);
        Answer deposit = wallets.deposit(wallet, 5);
        assertThat(wallets.balance(wallet, deposit.text("token")).number("balanceMinor"))
                .isEqualTo(10);
    }
}
