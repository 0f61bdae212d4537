package dev.foldline.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final Money MOST = new Money(Long.MAX_VALUE, EUR);
    private static final Money CENT = new Money(1, EUR);

    @Test
    void adds_and_subtracts_exactly() {
        assertThat(MOST.minus(CENT).plus(CENT)).isEqualTo(MOST);
        assertThat(Money.zero(EUR).minus(CENT).isLessThan(Money.zero(EUR))).isTrue();
    }

    @Test
    void never_overflows_silently() {
        var least = new Money(Long.MIN_VALUE, EUR);

        assertThatThrownBy(() -> MOST.plus(CENT)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> least.minus(CENT)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void never_mixes_currencies() {
        var dollar = new Money(100, new CurrencyCode("USD"));

        assertThatThrownBy(() -> CENT.plus(dollar)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> CENT.minus(dollar)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> CENT.isLessThan(dollar)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void is_written_as_number_and_currency() throws JsonProcessingException {
        assertThat(EdgeMapper.STRICT.writeValueAsString(CENT)).isEqualTo("[1,\"EUR\"]");
        assertThat(EdgeMapper.STRICT.readValue("[1,\"EUR\"]", Money.class)).isEqualTo(CENT);
    }
}
