package dev.foldline.e2e;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("one-topology")
@ExtendWith(Platform.Extension.class)
class ProblemsOverHttpTest {

    private final String wallet = "w-" + UUID.randomUUID();
    private WalletClient wallets;

    @BeforeEach
    void openWallet(Platform platform) {
        wallets = platform.wallets();
        wallets.open(wallet, "EUR");
        wallets.deposit(wallet, 100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "malformed-body | no JSON       | nonsense",
                "malformed-body | no JSON object | []",
                "malformed-body | 'currency'    | {'walletId':'W','amountMinor':5}",
                "malformed-body | 'currency'    | {'walletId':'W','amountMinor':5,'currency':null}",
                "malformed-body | 'more'        | {'walletId':'W','amountMinor':5,'currency':'EUR','more':1}",
                "malformed-body | 'amountMinor' | {'walletId':'W','amountMinor':'5','currency':'EUR'}",
                "malformed-body | 'amountMinor' | {'walletId':'W','amountMinor':5.5,'currency':'EUR'}",
                "malformed-body | 'walletId'    | {'walletId':7,'amountMinor':5,'currency':'EUR'}",
                "invalid-value  | amountMinor   | {'walletId':'W','amountMinor':0,'currency':'EUR'}",
                "invalid-value  | amountMinor   | {'walletId':'W','amountMinor':-5,'currency':'EUR'}",
                "invalid-value  | amountMinor   | {'walletId':'W','amountMinor':9223372036854775808,'currency':'EUR'}",
                "invalid-value  | currency      | {'walletId':'W','amountMinor':5,'currency':'XYZ'}",
                "invalid-value  | walletId      | {'walletId':'','amountMinor':5,'currency':'EUR'}",
            })
    void a_bad_body_is_answered_400(String code, String detail, String body) {
        Answer answer = wallets.command("deposit", body.replace('\'', '"').replace("W", wallet));
        assertProblem(answer, 400, code);
        assertThat(answer.text("detail")).contains(detail);
    }

    @Test
    void an_id_that_is_too_long_is_answered_400() {
        assertProblem(wallets.deposit("w".repeat(200), 5), 400, "invalid-value");
    }

    @Test
    void a_key_that_is_no_uuid_is_answered_400() {
        assertProblem(wallets.command("deposit", WalletClient.amount(wallet, 5), "mine"), 400, "invalid-value");
    }

    @Test
    void a_token_that_is_none_is_answered_400() {
        assertProblem(wallets.balance(wallet, "yesterday"), 400, "invalid-value");
    }

    @Test
    void what_nobody_handles_is_answered_404() {
        assertProblem(wallets.command("rob-bank", "{}"), 404, "unknown-command");
        assertProblem(get("/wallet/queries/secrets"), 404, "unknown-query");
        assertProblem(get("/wallet/queries/wallet-balance?walletId=nobody"), 404, "not-found");
        assertProblem(get("/anything/else"), 404, "not-found");
    }

    @Test
    void a_query_with_a_wrong_parameter_is_answered_400() {
        assertProblem(get("/wallet/queries/wallet-balance"), 400, "malformed-body");
        assertProblem(get("/wallet/queries/wallet-balance?walletId=a&walletId=b"), 400, "malformed-body");
        assertProblem(get("/wallet/queries/wallet-balance?walletId=a&more=b"), 400, "malformed-body");
    }

    @Test
    void another_method_is_answered_405() {
        Answer answer = get("/wallet/commands/deposit");
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("POST");
        assertProblem(
                wallets.send(wallets.request("/wallet/queries/wallet-balance?walletId=a")
                        .POST(noBody())
                        .build()),
                405,
                "method-not-allowed");
    }

    @Test
    void another_media_type_is_answered_415() {
        assertProblem(
                wallets.send(wallets.request("/wallet/commands/deposit")
                        .header("Content-Type", "text/plain")
                        .POST(ofString(WalletClient.amount(wallet, 5)))
                        .build()),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource({"65537", "1000000", "20000000"})
    void a_body_that_is_too_large_is_answered_413(int size) {
        assertProblem(wallets.command("deposit", " ".repeat(size)), 413, "body-too-large");
    }

    @Test
    void a_refused_command_is_answered_422_with_the_reason() {
        assertProblem(wallets.placeBet(wallet, "r", 101), 422, "insufficient-funds");
        assertProblem(wallets.withdraw(wallet, 101), 422, "insufficient-funds");
        assertProblem(wallets.deposit("w-" + UUID.randomUUID(), 5), 422, "wallet-not-open");
        assertProblem(wallets.open(wallet, "EUR"), 422, "wallet-already-open");
        assertProblem(wallets.settleBet(wallet, "r", 5), 422, "bet-not-open");
        wallets.placeBet(wallet, "r", 10);
        assertProblem(wallets.placeBet(wallet, "r", 10), 422, "bet-already-placed");
        String dollars = WalletClient.amount(wallet, 5).replace("EUR", "USD");
        assertProblem(wallets.command("deposit", dollars), 422, "currency-mismatch");
    }

    @Test
    void a_balance_cannot_overflow() {
        Answer answer = wallets.deposit(wallet, Long.MAX_VALUE);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(wallets.deposit(wallet, 1).number("version")).isEqualTo(3);
    }

    @Test
    void a_token_from_the_future_is_answered_504_with_how_far_the_projection_is() {
        Answer deposit = wallets.deposit(wallet, 5);
        String partition = deposit.text("token").replaceAll("@.*", "");
        Answer answer = wallets.balance(wallet, partition + "@999999");
        assertProblem(answer, 504, "deadline-exceeded");
        assertThat(answer.text("detail")).contains(partition + "@");
    }

    private Answer get(String path) {
        return wallets.send(wallets.request(path).GET().build());
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.raw().body()).doesNotContain("Exception", "dev.foldline", "\tat ");
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.number("status")).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text("type")).isEqualTo("urn:foldline:problem:" + code);
        assertThat(answer.text("title")).isNotEmpty();
        assertThat(answer.text("detail")).isNotEmpty();
    }
}
