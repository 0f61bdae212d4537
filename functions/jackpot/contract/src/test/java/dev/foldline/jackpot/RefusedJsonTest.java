package dev.foldline.jackpot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.foldline.functions.InvalidValueException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the edge tells apart by type: a body that is malformed, and a value that is not allowed; each with its field. */
class RefusedJsonTest {

    private static final String OPEN =
            "{\"jackpotId\":\"j\",\"currency\":\"EUR\",\"rateBasisPoints\":100,\"seedMinor\":0}";
    private static final String DRAW = "{\"jackpotId\":\"j\",\"drawId\":\"d\",\"playerId\":\"p\",\"walletId\":\"w\"}";
    private static final String CONTRIBUTE =
            "{\"jackpotId\":\"j\",\"walletId\":\"w\",\"roundId\":\"r\",\"stakeMinor\":1,\"currency\":\"EUR\"}";

    @ParameterizedTest
    @CsvSource({
        "jackpotId, \"\"",
        "jackpotId, \"a b\"",
        "jackpotId, \"a/b\"",
        "jackpotId, \"ä\"",
        "jackpotId, \"11111111112222222222333333333344444444445555555555666666666612345\"",
        "currency, \"eur\"",
        "currency, \"XXX\"",
        "rateBasisPoints, 0",
        "rateBasisPoints, -1",
        "rateBasisPoints, 10001",
        "rateBasisPoints, 4294967297",
        "seedMinor, -1",
        "seedMinor, 9223372036854775808",
    })
    void an_opening_with_a_value_that_is_not_allowed_is_invalid(String field, String value) {
        assertInvalid(OPEN, OpenJackpot.class, field, value);
    }

    @ParameterizedTest
    @CsvSource({"drawId, \"a/b\"", "drawId, \"\"", "playerId, \"a b\"", "walletId, \"\""})
    void a_draw_with_a_value_that_is_not_allowed_is_invalid(String field, String value) {
        assertInvalid(DRAW, DrawJackpot.class, field, value);
    }

    @ParameterizedTest
    @CsvSource({"stakeMinor, 0", "stakeMinor, -1", "stakeMinor, 9223372036854775808", "roundId, \"a b\""})
    void a_contribution_with_a_value_that_is_not_allowed_is_invalid(String field, String value) {
        assertInvalid(CONTRIBUTE, Contribute.class, field, value);
    }

    @ParameterizedTest
    @CsvSource({"0", "201", "-1", "4294967297"})
    void a_limit_that_is_not_allowed_is_invalid(String limit) {
        assertInvalid("{\"limit\":1}", FindCurrentJackpots.class, "limit", limit);
    }

    @ParameterizedTest
    @CsvSource({
        "rateBasisPoints, \"100\"",
        "rateBasisPoints, 1.5",
        "rateBasisPoints, null",
        "seedMinor, true",
        "seedMinor, 10.0",
        "jackpotId, 5",
        "currency, {}",
    })
    void a_value_of_another_type_is_mistyped(String field, String value) {
        JsonMappingException refusal = refusal(with(OPEN, field, value), OpenJackpot.class);

        assertThat(refusal).isInstanceOf(MismatchedInputException.class).hasNoCause();
        assertThat(EdgeMapper.field(refusal)).isEqualTo(field);
    }

    private static void assertInvalid(String body, Class<?> type, String field, String value) {
        JsonMappingException refusal = refusal(with(body, field, value), type);

        assertThat(refusal)
                .isInstanceOf(ValueInstantiationException.class)
                .hasCauseInstanceOf(InvalidValueException.class);
        assertThat(EdgeMapper.field(refusal)).isEqualTo(field);
    }

    private static JsonMappingException refusal(String body, Class<?> type) {
        JsonMappingException refusal =
                catchThrowableOfType(JsonMappingException.class, () -> EdgeMapper.STRICT.readValue(body, type));
        assertThat(refusal).as("refusal of %s", body).isNotNull();
        return refusal;
    }

    private static String with(String body, String field, String value) {
        return body.replaceFirst("\"" + field + "\":[^,}]+", "\"" + field + "\":" + value);
    }
}
