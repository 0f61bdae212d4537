package dev.foldline.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.foldline.functions.InvalidValueException;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the edge tells apart by type: a body that is malformed, and a value that is not allowed; each with its field. */
class RefusedJsonTest {

    private static final String BODY = "{\"walletId\":\"w\",\"roundId\":\"r\",\"stakeMinor\":1,\"currency\":\"EUR\"}";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "walletId, ``",
                "walletId, `a b`",
                "walletId, `a\\n`",
                "walletId, `ä`",
                "walletId, 11111111112222222222333333333344444444445555555555666666666612345",
                "roundId, ``",
                "roundId, `\\u0000`",
                "currency, XYZ",
                "currency, ``",
                "currency, eur",
                "currency, XXX",
                "currency, XAU",
            })
    void a_text_that_is_not_allowed_is_an_invalid_value(String field, String text) {
        assertInvalid(field, bodyWith(field, "\"" + text + "\""));
    }

    @ParameterizedTest
    @CsvSource({
        "0",
        "-1",
        "-9223372036854775808",
        "9223372036854775808",
        "-9223372036854775809",
        "123456789012345678901234567890"
    })
    void a_number_that_is_no_amount_is_an_invalid_value(String number) {
        assertInvalid("stakeMinor", bodyWith("stakeMinor", number));
    }

    @ParameterizedTest
    @CsvSource({"-1", "9223372036854775808"})
    void a_number_that_is_no_payout_is_an_invalid_value(String number) {
        var body = "{\"walletId\":\"w\",\"roundId\":\"r\",\"payoutMinor\":" + number + ",\"currency\":\"EUR\"}";

        assertThat(refusal(body, SettleBet.class)).hasCauseInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "tomorrow",
        "2026-01-31",
        "2026-01-31T20:00:00",
        "2026-02-30T20:00:00Z",
        "1969-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z"
    })
    void a_text_that_is_no_time_for_a_session_to_end_is_an_invalid_value(String text) {
        assertThat(refusal(session("\"" + text + "\""), StartSession.class))
                .hasCauseInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @CsvSource({"1769889600", "1769889600.5", "true", "{}"})
    void an_end_of_another_type_is_mistyped(String value) {
        JsonMappingException refusal = refusal(session(value), StartSession.class);

        assertThat(refusal).isInstanceOf(MismatchedInputException.class).hasNoCause();
        assertThat(EdgeMapper.field(refusal)).isEqualTo("endsAt");
    }

    @Test
    void a_payout_id_has_room_for_whose_it_is_and_for_no_more() {
        assertThat(new PayoutId("~".repeat(160)).value()).hasSize(160);
        assertThatThrownBy(() -> new PayoutId("~".repeat(161))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new PayoutId("")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new PayoutId("a b")).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "stakeMinor, \"5\"",
                "stakeMinor, \"\"",
                "stakeMinor, 10.5",
                "stakeMinor, 10.0",
                "stakeMinor, 1e2",
                "stakeMinor, true",
                "stakeMinor, [5]",
                "stakeMinor, {}",
                "walletId, 5",
                "walletId, 5.5",
                "walletId, true",
                "walletId, [\"w\"]",
                "walletId, {\"value\":\"w\"}",
                "currency, 978",
                "walletId, null",
                "stakeMinor, null",
                "currency, null",
            })
    void a_value_of_another_type_is_mistyped(String field, String value) {
        JsonMappingException refusal = refusal(bodyWith(field, value), PlaceBet.class);

        assertThat(refusal).isInstanceOf(MismatchedInputException.class).hasNoCause();
        assertThat(EdgeMapper.field(refusal)).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"walletId", "roundId", "stakeMinor", "currency"})
    void a_missing_field_is_named(String field) {
        JsonMappingException refusal = refusal(without(field), PlaceBet.class);
        assertThat(refusal).isInstanceOf(MismatchedInputException.class);
        assertThat(EdgeMapper.field(refusal)).isEqualTo(field);
    }

    @Test
    void an_unknown_field_is_named() {
        var refusal = refusal(BODY.replace("}", ",\"stake\":1}"), PlaceBet.class);

        assertThat(refusal).isInstanceOf(UnrecognizedPropertyException.class);
        assertThat(EdgeMapper.field(refusal)).isEqualTo("stake");
    }

    private static String session(String endsAt) {
        return "{\"walletId\":\"w\",\"sessionId\":\"s\",\"endsAt\":" + endsAt + "}";
    }

    private static void assertInvalid(String field, String body) {
        JsonMappingException refusal = refusal(body, PlaceBet.class);

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

    private static String bodyWith(String field, String value) {
        return BODY.replaceFirst("\"" + field + "\":[^,}]+", Matcher.quoteReplacement("\"" + field + "\":" + value));
    }

    private static String without(String field) {
        return BODY.replaceFirst("\"" + field + "\":[^,}]+,?", "").replace(",}", "}");
    }
}
