package dev.foldline.wallet.walletbalance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The query as an application of its own, without the projection. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class WalletBalanceFunctionTest {

    @Inject
    Pool pool;

    Runnable stopPostgres = () -> {};

    Runnable startPostgres = () -> {};

    @BeforeEach
    void one_wallet() throws IOException {
        run(schema());
        run("INSERT INTO wallet_balance VALUES ('w-1', 'EUR', 750, 3) ON CONFLICT DO NOTHING");
    }

    @Test
    void answers_with_the_row() {
        ask("w-1")
                .statusCode(200)
                .body("walletId", equalTo("w-1"))
                .body("currency", equalTo("EUR"))
                .body("balanceMinor", equalTo(750))
                .body("version", equalTo(3));
    }

    @Test
    void a_wallet_that_is_not_there_is_not_found() {
        ask("w-2").statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void a_projection_that_has_never_run_makes_it_unavailable() {
        run("DROP TABLE wallet_balance");
        ask("w-1").statusCode(503).body("code", equalTo("unavailable"));
    }

    @Test
    void a_database_that_is_away_makes_it_unavailable_until_it_is_back() {
        stopPostgres.run();
        try {
            ask("w-1").statusCode(503).header("Retry-After", notNullValue()).body("code", equalTo("unavailable"));
        } finally {
            startPostgres.run();
        }
        ask("w-1").statusCode(200).body("balanceMinor", equalTo(750));
    }

    private static ValidatableResponse ask(String wallet) {
        return given().get("/wallet/queries/wallet-balance?walletId=" + wallet).then();
    }

    private void run(String statements) {
        pool.query(statements).execute().await().atMost(Duration.ofSeconds(10));
    }

    private static String schema() throws IOException {
        try (InputStream in = Objects.requireNonNull(Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("META-INF/foldline/schema/wallet-balance.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
