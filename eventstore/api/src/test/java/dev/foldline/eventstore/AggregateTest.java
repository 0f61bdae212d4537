package dev.foldline.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AggregateTest {

    @Test
    void is_written_as_type_and_id() {
        assertThat(new Aggregate("wallet", "8b1c")).hasToString("wallet/8b1c");
        assertThat(new Aggregate("wallet", "💶".repeat(64)).id()).hasSize(128);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\0b", "\uD83D", "a\uDCB6b"})
    void refuses_an_id_that_not_every_store_can_hold(String id) {
        assertThatThrownBy(() -> new Aggregate("wallet", id)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NewCommit(
                        id,
                        0,
                        UUID.randomUUID(),
                        Instant.EPOCH,
                        List.of(new EventData("opened", 1, new byte[0])),
                        Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_an_id_that_is_too_long_and_a_type_that_is_not_kebab_case() {
        assertThatThrownBy(() -> new Aggregate("wallet", "a".repeat(129))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Aggregate("Wallet", "a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Aggregate("wallet_events", "a")).isInstanceOf(IllegalArgumentException.class);
    }
}
