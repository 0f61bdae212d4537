package dev.foldline.functions.deployment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.QuarkusUnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FunctionApplicationTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(
                    Switches.FindState.class,
                    Switches.State.class,
                    Switches.StateFunction.class,
                    Switches.FindHouse.class,
                    Switches.PartFunction.class,
                    Switches.CellarFunction.class))
            .overrideConfigKey("quarkus.http.test-port", "0")
            .overrideConfigKey("foldline.amqp.url", "amqp://127.0.0.1:1");

    @Test
    void a_query_is_answered() {
        given().get("/home/queries/state?id=known").then().statusCode(200).body("on", equalTo(true));
    }

    @Test
    void a_path_that_nobody_serves_is_answered_with_a_problem() {
        given().get("/nowhere").then().statusCode(404).body("code", equalTo("not-found"));
        given().get("/home/queries/other").then().statusCode(404).body("code", equalTo("unknown-query"));
        given().post("/home/commands/other").then().statusCode(404).body("code", equalTo("unknown-command"));
        given().post("/home/queries/state").then().statusCode(405).body("code", equalTo("method-not-allowed"));
    }

    @Test
    void a_query_that_several_answer_says_who_has_not() {
        given().get("/home/queries/house?id=h")
                .then()
                .statusCode(200)
                .body("answers.cellar.on", equalTo(true))
                .body("missing.attic", equalTo("unavailable"));
        given().header("Quorum", "2")
                .get("/home/queries/house?id=h")
                .then()
                .statusCode(504)
                .body("code", equalTo("quorum-not-reached"));
    }

    @Test
    void answers_name_the_business_transaction() {
        given().header("Correlation-Id", "c-1")
                .get("/home/queries/state?id=known")
                .then()
                .header("Correlation-Id", "c-1");
        given().header("Idempotency-Key", "8f14e45f-ceea-467f-a8d2-1f1b2c3d4e5f")
                .post("/home/commands/other")
                .then()
                .header("Correlation-Id", "8f14e45f-ceea-467f-a8d2-1f1b2c3d4e5f");
        given().header("Correlation-Id", "c".repeat(256))
                .get("/home/queries/state?id=known")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-value"));
    }

    @Test
    void a_query_that_finds_nothing_is_answered_not_found() {
        given().get("/home/queries/state?id=x").then().statusCode(404).body("code", equalTo("not-found"));
    }
}
