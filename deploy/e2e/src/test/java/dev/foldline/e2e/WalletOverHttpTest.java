package dev.foldline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Platform.Extension.class)
class WalletOverHttpTest {

    private final String wallet = "w-" + UUID.randomUUID();
    private WalletClient wallets;

    @BeforeEach
    void openWallet(Platform platform) {
        wallets = platform.wallets();
        Answer opened = wallets.open(wallet, "EUR");
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.text("aggregate")).isEqualTo("wallet/" + wallet);
        assertThat(opened.number("version")).isEqualTo(1);
        assertThat(opened.text("token")).matches("wallet/\\d+@\\d+").isEqualTo(opened.header("Consistency-Token"));
    }

    @Test
    void a_balance_read_with_the_token_of_a_bet_has_the_bet() {
        wallets.deposit(wallet, 1_000);
        Answer bet = wallets.placeBet(wallet, "r-1", 250);
        assertThat(bet.number("version")).isEqualTo(3);
        Answer balance = wallets.balance(wallet, bet.text("token"));
        assertThat(balance.raw().body())
                .isEqualTo("{\"walletId\":\"" + wallet + "\",\"currency\":\"EUR\",\"balanceMinor\":750,\"version\":3}");
    }

    @Test
    void every_read_with_a_token_sees_the_write_it_came_from() {
        for (int i = 1; i <= 50; i++) {
            Answer deposit = wallets.deposit(wallet, 1);
            assertThat(wallets.balance(wallet, deposit.text("token")).number("balanceMinor"))
                    .isEqualTo(i);
        }
    }

    @Test
    void a_won_bet_pays_out_and_a_lost_one_does_not() {
        wallets.deposit(wallet, 1_000);
        wallets.placeBet(wallet, "r-1", 250);
        wallets.placeBet(wallet, "r-2", 250);
        wallets.settleBet(wallet, "r-1", 600);
        Answer settled = wallets.settleBet(wallet, "r-2", 0);
        assertThat(wallets.balance(wallet, settled.text("token")).number("balanceMinor"))
                .isEqualTo(1_100);
    }

    @Test
    void the_same_key_twice_gives_the_same_answer_and_one_commit() {
        UUID key = UUID.randomUUID();
        Answer first = wallets.deposit(wallet, 100, key);
        wallets.withdraw(wallet, 100);
        Answer second = wallets.deposit(wallet, 100, key);
        assertThat(second.raw().body()).isEqualTo(first.raw().body());
        assertThat(second.header("Idempotency-Key")).isEqualTo(key.toString());
        assertThat(wallets.deposit(wallet, 1).number("version")).isEqualTo(4);
    }

    @Test
    void the_same_key_many_times_at_once_gives_the_same_answer_and_one_commit() {
        UUID key = UUID.randomUUID();
        List<CompletableFuture<String>> answers = IntStream.range(0, 16)
                .mapToObj(ignored -> CompletableFuture.supplyAsync(
                        () -> wallets.deposit(wallet, 100, key).raw().body()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(wallets.deposit(wallet, 1).number("version")).isEqualTo(3);
    }

    @Test
    void the_same_key_gives_the_same_answer_after_the_application_was_killed(Platform platform) {
        UUID key = UUID.randomUUID();
        Answer first = wallets.deposit(wallet, 100, key);
        List<AppProcess> deposits = platform.apps().of("wallet/deposit");
        deposits.forEach(AppProcess::kill);
        deposits.forEach(AppProcess::restart);
        assertThat(wallets.deposit(wallet, 100, key).raw().body())
                .isEqualTo(first.raw().body());
    }
}
