package dev.foldline.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

    private static final Partition WALLET_7 = new Partition("wallet", 7);

    @Test
    void is_written_as_partitions_and_positions() {
        assertThat(Token.of(WALLET_7, 4211)).hasToString("wallet/7@4211");
        assertThat(Token.of(WALLET_7, 4211).merge(Token.of(new Partition("wallet", 10), 1)))
                .hasToString("wallet/7@4211,wallet/10@1");
        assertThat(Token.of(WALLET_7, 0)).isEqualTo(Token.NONE).hasToString("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wallet/7@4211", "jackpot/0@1,wallet/7@4211,wallet/10@999999999999999999", ""})
    void is_read_as_it_was_written(String text) {
        assertThat(Token.parse(text)).hasToString(text);
    }

    @Test
    void is_read_in_any_order_and_with_spaces() {
        assertThat(Token.parse(" wallet/9@12 , wallet/7@4211 ")).isEqualTo(Token.parse("wallet/7@4211,wallet/9@12"));
        assertThat(Token.parse("  ")).isEqualTo(Token.NONE);
    }

    @Test
    void asks_for_the_furthest_position_of_a_partition_that_is_named_twice() {
        assertThat(Token.parse("wallet/7@5,wallet/7@9,wallet/7@2")).isEqualTo(Token.of(WALLET_7, 9));
    }

    @Test
    void asks_for_everything_that_merged_tokens_ask_for() {
        Token one = Token.parse("wallet/1@5,wallet/2@5");
        Token other = Token.parse("wallet/2@7,wallet/3@1");

        assertThat(one.merge(other)).isEqualTo(Token.parse("wallet/1@5,wallet/2@7,wallet/3@1"));
        assertThat(one.merge(other)).isEqualTo(other.merge(one));
        assertThat(one.merge(Token.NONE)).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wallet",
                "wallet/7",
                "wallet/7@",
                "wallet/7@0",
                "wallet/7@-1",
                "wallet/x@1",
                "Wallet/7@1",
                "wallet/7@1,",
                "wallet/7@1;wallet/8@1",
                "wallet/7@9999999999999999999",
                "wallet/999999@1",
                "/7@1"
            })
    void refuses_what_is_no_token(String text) {
        assertThatThrownBy(() -> Token.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_more_partitions_than_a_log_can_have() {
        String tooMany = IntStream.rangeClosed(0, Token.MAX_PARTITIONS)
                .mapToObj(number -> "wallet/" + number + "@1")
                .collect(Collectors.joining(","));

        assertThatThrownBy(() -> Token.parse(tooMany)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cannot_be_changed() {
        Token token = Token.of(WALLET_7, 1);

        assertThatThrownBy(() -> token.positions().put(WALLET_7, 2L)).isInstanceOf(UnsupportedOperationException.class);
    }
}
