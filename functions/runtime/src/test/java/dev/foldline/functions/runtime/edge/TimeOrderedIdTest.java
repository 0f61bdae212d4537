package dev.foldline.functions.runtime.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {

    private static final long MILLIS = Instant.parse("2027-01-15T08:00:00Z").toEpochMilli();

    @Test
    void an_id_is_a_uuid_of_version_7_that_begins_with_its_time() {
        UUID id = TimeOrderedId.at(MILLIS);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(MILLIS);
    }

    @Test
    void ids_of_one_time_differ_and_one_of_a_later_time_is_greater() {
        assertThat(Stream.generate(() -> TimeOrderedId.at(MILLIS)).limit(1_000)).doesNotHaveDuplicates();
        assertThat(TimeOrderedId.at(MILLIS + 1).toString())
                .isGreaterThan(TimeOrderedId.at(MILLIS).toString());
    }
}
