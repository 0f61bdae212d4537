package dev.foldline.jackpot.currentjackpots;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.foldline.projections.tck.PostgresForProjections;
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
@QuarkusTestResource(PostgresForProjections.class)
class CurrentJackpotsFunctionTest {

    @Inject
    Pool pool;

    @BeforeEach
    void three_jackpots() throws IOException {
        run(schema());
        run("TRUNCATE jackpot_board");
        run("""
                INSERT INTO jackpot_board VALUES
                ('main-USD', 'USD', 100, 0, 0, 1, 0, NULL, NULL, 0, 2),
                ('main-EUR', 'EUR', 100, 1000, 1002, 5000, 1, 'd-1', 'p-1', 250, 9),
                ('mini-EUR', 'EUR', 33, 0, 7, 0, 0, NULL, NULL, 0, 3)""");
    }

    @Test
    void answers_with_all_jackpots_in_the_order_of_their_ids() {
        ask("").body("jackpots.jackpotId", contains("main-EUR", "main-USD", "mini-EUR"))
                .body("jackpots[0].currency", equalTo("EUR"))
                .body("jackpots[0].potMinor", equalTo(1_002))
                .body("jackpots[0].potTenThousandths", equalTo(5_000))
                .body("jackpots[0].rateBasisPoints", equalTo(100))
                .body("jackpots[0].seedMinor", equalTo(1_000))
                .body("jackpots[0].draws", equalTo(1))
                .body("jackpots[0].lastWin.drawId", equalTo("d-1"))
                .body("jackpots[0].lastWin.playerId", equalTo("p-1"))
                .body("jackpots[0].lastWin.prizeMinor", equalTo(250))
                .body("jackpots[0].version", equalTo(9))
                .body("jackpots[1].lastWin", nullValue());
    }

    @Test
    void answers_page_by_page() {
        ask("?limit=2").body("jackpots.jackpotId", contains("main-EUR", "main-USD"));
        ask("?limit=2&after=main-USD").body("jackpots.jackpotId", contains("mini-EUR"));
        ask("?after=mini-EUR").body("jackpots", empty());
    }

    @Test
    void refuses_a_page_that_is_too_large() {
        given().get("/jackpot/queries/current-jackpots?limit=201")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-value"));
    }

    @Test
    void a_projection_that_has_never_run_makes_it_unavailable() {
        run("DROP TABLE jackpot_board");
        given().get("/jackpot/queries/current-jackpots").then().statusCode(503).body("code", equalTo("unavailable"));
    }

    private static ValidatableResponse ask(String parameters) {
        return given().get("/jackpot/queries/current-jackpots" + parameters)
                .then()
                .statusCode(200);
    }

    private void run(String statements) {
        pool.query(statements).execute().await().atMost(Duration.ofSeconds(10));
    }

    private static String schema() throws IOException {
        try (InputStream in = Objects.requireNonNull(Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("META-INF/foldline/schema/jackpot-board.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
