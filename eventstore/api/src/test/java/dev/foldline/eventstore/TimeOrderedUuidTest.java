package dev.foldline.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimeOrderedUuidTest {

    /** The example of RFC 9562, appendix A.6. */
    private static final UUID EXAMPLE = UUID.fromString("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");

    private static final long ITS_TIME = 1_645_557_742_000L;

    @Test
    void the_examples_bits_are_where_the_standard_has_them() {
        assertThat(TimeOrderedUuid.of(ITS_TIME, 0xCC3L, 0x18C4_DC0C_0C07_398FL)).isEqualTo(EXAMPLE);
        assertThat(TimeOrderedUuid.is(EXAMPLE)).isTrue();
        assertThat(TimeOrderedUuid.epochMillis(EXAMPLE)).isEqualTo(ITS_TIME);
    }

    @Test
    void bits_that_do_not_count_change_nothing() {
        UUID id = TimeOrderedUuid.of(ITS_TIME, -1, -1);

        assertThat(id).isEqualTo(TimeOrderedUuid.of(ITS_TIME, 0xFFFL, 0x3FFF_FFFF_FFFF_FFFFL));
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(TimeOrderedUuid.epochMillis(id)).isEqualTo(ITS_TIME);
    }

    @Test
    void random_ones_do_not_say_when_they_were_made() {
        assertThat(TimeOrderedUuid.is(UUID.randomUUID())).isFalse();
    }
}
