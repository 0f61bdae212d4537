package dev.foldline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestartPauseTest {

    private final RestartPause pause = new RestartPause();

    @Test
    void it_doubles_up_to_a_limit() {
        assertThat(Stream.generate(() -> pause.after(Duration.ZERO)).limit(8))
                .map(Duration::toMillis)
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L);
    }

    @Test
    void it_is_short_again_after_a_long_life() {
        pause.after(Duration.ZERO);
        pause.after(Duration.ZERO);
        assertThat(pause.after(RestartPause.RECOVERED)).isEqualTo(RestartPause.FIRST);
    }
}
