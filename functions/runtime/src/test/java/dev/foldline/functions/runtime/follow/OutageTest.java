package dev.foldline.functions.runtime.follow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutageTest {

    private final Exception cause = new IllegalStateException("away");

    private final Outage outage = new Outage("tally");

    @Test
    void begins_once_however_many_are_affected_and_however_often() {
        assertThat(outage.began(1, cause)).isTrue();
        assertThat(outage.began(1, cause)).isFalse();
        assertThat(outage.began(2, cause)).isFalse();
    }

    @Test
    void another_kind_of_cause_is_told_too_but_once() {
        var other = new IllegalArgumentException("archived");
        outage.began(1, cause);
        assertThat(outage.began(2, other)).isTrue();
        assertThat(outage.began(1, cause)).isFalse();
        assertThat(outage.began(2, other)).isFalse();
    }

    @Test
    void ends_when_all_that_were_affected_go_on() {
        outage.began(1, cause);
        outage.began(2, cause);
        assertThat(outage.ended(1)).isFalse();
        assertThat(outage.ended(1)).isFalse();
        assertThat(outage.ended(3)).isFalse();
        assertThat(outage.ended(2)).isTrue();
        assertThat(outage.began(1, cause)).isTrue();
    }

    @Test
    void does_not_end_before_it_began() {
        assertThat(outage.ended(1)).isFalse();
    }

    @Test
    void who_gave_up_keeps_no_outage_from_being_told() {
        outage.began(1, cause);
        outage.left(1);
        assertThat(outage.began(2, cause)).isTrue();
    }
}
