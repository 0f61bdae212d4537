package dev.foldline.functions.runtime.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ConfirmedRunsTest {

    private final ConfirmedRuns runs = new ConfirmedRuns();

    @Test
    void nothing_is_confirmed_beyond_a_hole() {
        add(1, 2, 4, 5);
        assertThat(runs.upTo(0)).isEqualTo(2);
        assertThat(runs.upTo(2)).isEqualTo(2);
    }

    @Test
    void a_hole_that_somebody_else_has_filled_is_none() {
        add(2, 4, 5);
        assertThat(runs.upTo(0)).isZero();
        assertThat(runs.upTo(1)).isEqualTo(2);
        assertThat(runs.upTo(3)).isEqualTo(5);
    }

    @Test
    void what_others_have_confirmed_is_not_taken_back() {
        add(2, 3);
        assertThat(runs.upTo(7)).isEqualTo(7);
    }

    @Test
    void what_lies_beyond_a_hole_is_kept_when_what_is_below_is_forgotten() {
        add(1, 2, 4);
        runs.forget(2);
        assertThat(runs.isEmpty()).isFalse();
        assertThat(runs.upTo(3)).isEqualTo(4);
        runs.forget(4);
        assertThat(runs.isEmpty()).isTrue();
    }

    @Test
    void the_order_of_confirmations_does_not_matter() {
        List<Long> positions =
                new ArrayList<>(LongStream.rangeClosed(1, 500).boxed().toList());
        Collections.shuffle(positions, new Random(42));
        positions.forEach(runs::add);
        positions.forEach(runs::add);
        assertThat(runs.upTo(0)).isEqualTo(500);
    }

    @Test
    void many_holes_are_not_kept_for_ever() {
        for (long position = 2; position < 10_000; position += 2) {
            runs.add(position);
        }
        assertThat(runs.upTo(9_997)).as("the latest is kept").isEqualTo(9_998);
        assertThat(runs.upTo(1)).as("the oldest is not").isEqualTo(1);
    }

    private void add(long... positions) {
        LongStream.of(positions).forEach(runs::add);
    }
}
