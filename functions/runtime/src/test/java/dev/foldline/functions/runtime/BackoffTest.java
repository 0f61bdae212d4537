package dev.foldline.functions.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff();

    @Test
    void doubles_up_to_the_longest_pause_and_begins_anew_when_it_went_well() {
        assertThat(IntStream.range(0, 12).mapToObj(number -> millis(Duration.ofMinutes(1))))
                .containsExactly(
                        100L, 200L, 400L, 800L, 1_600L, 3_200L, 6_400L, 12_800L, 25_600L, 51_200L, 60_000L, 60_000L);
        assertThat(millis(Duration.ofSeconds(2))).isEqualTo(2_000);
        backoff.reset();
        assertThat(millis(Duration.ofSeconds(2))).isEqualTo(100);
    }

    private long millis(Duration longest) {
        return backoff.next(longest).toMillis();
    }
}
