package dev.foldline.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ids that are in logs already: what comes of a name and a time does not change. */
class DerivedIdsTest {

    private static final Instant TIME = Instant.ofEpochMilli(1_800_000_000_123L);
    private static final String NAME = "casino/contribute|00000000-0000-0001-0000-000000000002|bet/0@1|0|0";
    private static final UUID HASHED = UUID.fromString("b72af6e4-4943-8c92-800b-eb4caf15eb64");
    private static final UUID TIME_ORDERED = UUID.fromString("01a3185c-507b-7c92-800b-eb4caf15eb64");

    @Test
    void hashed_ones_are_of_the_name_alone() {
        assertThat(DerivedIds.HASHED.of(TIME, NAME)).isEqualTo(HASHED);
        assertThat(DerivedIds.HASHED.of(Instant.EPOCH, NAME)).isEqualTo(HASHED);
    }

    @Test
    void time_ordered_ones_begin_with_the_milliseconds_of_the_cause() {
        assertThat(DerivedIds.TIME_ORDERED.of(TIME, NAME)).isEqualTo(TIME_ORDERED);
        assertThat(DerivedIds.TIME_ORDERED.of(TIME.plusNanos(999_999), NAME)).isEqualTo(TIME_ORDERED);
        assertThat(DerivedIds.TIME_ORDERED.of(TIME.plusMillis(1), NAME).toString())
                .startsWith("01a3185c-507c-7c92-");
        assertThat(DerivedIds.TIME_ORDERED.of(TIME, NAME + "0")).isNotEqualTo(TIME_ORDERED);
    }

    @Test
    void an_id_says_how_it_was_made() {
        assertThat(DerivedIds.asIn(HASHED)).isEqualTo(DerivedIds.HASHED);
        assertThat(DerivedIds.asIn(TIME_ORDERED)).isEqualTo(DerivedIds.TIME_ORDERED);
    }
}
