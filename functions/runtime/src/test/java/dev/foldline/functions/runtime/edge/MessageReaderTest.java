package dev.foldline.functions.runtime.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.foldline.functions.InvalidValueException;
import dev.foldline.functions.MalformedBodyException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {

    record Amount(@JsonValue long minor) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Amount {
            if (minor < 1) {
                throw new InvalidValueException("an amount is at least 1");
            }
        }
    }

    record Pay(String to, Amount amount, Optional<String> note) {}

    private final MessageReader reader = new MessageReader(Pay.class);

    @Test
    void reads_a_message_whose_optional_field_is_not_there() {
        assertThat(read("{\"to\":\"x\",\"amount\":5}")).isEqualTo(new Pay("x", new Amount(5), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"5\""})
    void parameters_may_be_text(String amount) {
        byte[] body = ("{\"to\":\"x\",\"amount\":" + amount + "}").getBytes(StandardCharsets.UTF_8);
        assertThat(reader.readParameters(body)).isEqualTo(new Pay("x", new Amount(5), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                       | the body is no JSON object",
                "nonsense                               | the body is no JSON (line 1, column 9)",
                "[]                                     | the body is no JSON object",
                "\"text\"                               | the body is no JSON object",
                "{\"to\":\"x\",\"to\":\"y\",\"amount\":5} | the body is no JSON (line 1, column 15)",
                "{\"to\":\"x\",\"amount\":5} {}          | the body is no JSON (line 1, column 25)",
                "{\"amount\":5}                         | field 'to' is missing",
                "{\"to\":null,\"amount\":5}             | field 'to' is missing",
                "{\"to\":7,\"amount\":5}                | field 'to' is of another type than it should be",
                "{\"to\":\"x\",\"amount\":\"5\"}         | field 'amount' is of another type than it should be",
                "{\"to\":\"x\",\"amount\":5.5}           | field 'amount' is of another type than it should be",
                "{\"to\":\"x\",\"amount\":true}          | field 'amount' is of another type than it should be",
                "{\"to\":\"x\",\"amount\":{}}            | field 'amount' is of another type than it should be",
                "{\"to\":\"x\",\"amount\":5,\"more\":1}  | field 'more' is unknown",
            })
    void refuses_what_is_malformed_and_names_the_field(String body, String detail) {
        assertThatThrownBy(() -> read(body == null ? "" : body))
                .isInstanceOf(MalformedBodyException.class)
                .hasMessageStartingWith(detail.replaceAll(" \\(.*", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"to\":\"x\",\"amount\":0}                    | amount: an amount is at least 1",
                "{\"to\":\"x\",\"amount\":9223372036854775808}  | amount: the number is larger than can be kept",
            })
    void refuses_what_is_not_allowed_and_names_the_field(String body, String detail) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(detail);
    }

    @Test
    void reads_numbers_from_parameters() {
        assertThat(reader.read(Map.of("to", "x", "amount", "5")))
                .isEqualTo(new Pay("x", new Amount(5), Optional.empty()));
    }

    private Object read(String body) {
        return reader.read(body.getBytes(UTF_8));
    }
}
