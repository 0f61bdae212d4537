package dev.foldline.jackpot.domain;

import static dev.foldline.jackpot.domain.Examples.EUR;
import static dev.foldline.jackpot.domain.Examples.USD;
import static dev.foldline.jackpot.domain.Examples.contribute;
import static dev.foldline.jackpot.domain.Examples.draw;
import static dev.foldline.jackpot.domain.Examples.drawn;
import static dev.foldline.jackpot.domain.Examples.open;
import static dev.foldline.jackpot.domain.Examples.opened;
import static dev.foldline.jackpot.domain.Examples.received;
import static dev.foldline.jackpot.domain.Examples.returnPrize;
import static dev.foldline.jackpot.domain.Examples.returned;

import dev.foldline.functions.testkit.DeciderSpec;
import dev.foldline.jackpot.JackpotCommand;
import dev.foldline.jackpot.domain.JackpotRejection.CurrencyMismatch;
import dev.foldline.jackpot.domain.JackpotRejection.DrawAlreadyMade;
import dev.foldline.jackpot.domain.JackpotRejection.DrawUnknown;
import dev.foldline.jackpot.domain.JackpotRejection.JackpotAlreadyOpen;
import dev.foldline.jackpot.domain.JackpotRejection.JackpotNotOpen;
import dev.foldline.jackpot.domain.JackpotRejection.PotEmpty;
import dev.foldline.jackpot.domain.JackpotRejection.PotLimitExceeded;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class JackpotDeciderTest {

    private static final long MOST = Long.MAX_VALUE;

    @SuppressWarnings("unused") // named by @FieldSource
    private static final List<JackpotCommand> NEED_A_JACKPOT = List.of(contribute(1), draw("d"), returnPrize("d"));

    private final DeciderSpec<JackpotCommand, Jackpot, JackpotEvent> spec = DeciderSpec.of(JackpotAggregate.TYPE);

    @Test
    void opens_a_jackpot_once() {
        spec.given().when(open()).thenEvents(opened()).when(open()).thenRejected(new JackpotAlreadyOpen());
        spec.given(opened()).when(open(500, 1_000)).thenRejected(new JackpotAlreadyOpen());
    }

    @ParameterizedTest
    @FieldSource("NEED_A_JACKPOT")
    void does_nothing_with_a_jackpot_that_is_not_open(JackpotCommand command) {
        spec.given().when(command).thenRejected(new JackpotNotOpen());
    }

    @Test
    void refuses_another_currency() {
        spec.given(opened()).when(contribute(1, USD)).thenRejected(new CurrencyMismatch(EUR));
    }

    @Test
    void takes_exactly_its_part_of_each_stake() {
        spec.given(opened()).when(contribute(250)).thenEvents(received(2, 5_000));
        spec.given(opened()).when(contribute(1)).thenEvents(received(0, 100));
        spec.given(opened(33, 0)).when(contribute(1_001)).thenEvents(received(3, 3_033));
        spec.given(opened(10_000, 0)).when(contribute(MOST)).thenEvents(received(MOST, 0));
    }

    @Test
    void pays_whole_minor_units_and_keeps_what_is_left_of_one() {
        spec.given(opened(), received(2, 5_000), received(0, 4_999))
                .when(draw("d-1"))
                .thenEvents(drawn("d-1", 2))
                .when(draw("d-2"))
                .thenRejected(new PotEmpty())
                .when(contribute(1))
                .thenEvents(received(0, 100))
                .when(draw("d-2"))
                .thenEvents(drawn("d-2", 1));
    }

    @Test
    void has_nothing_to_win_before_there_is_a_whole_minor_unit() {
        spec.given(opened()).when(draw("d")).thenRejected(new PotEmpty());
        spec.given(opened(), received(0, 9_999)).when(draw("d")).thenRejected(new PotEmpty());
    }

    @Test
    void is_seeded_when_it_is_opened_and_after_each_draw() {
        spec.given()
                .when(open(100, 1_000))
                .thenEvents(opened(100, 1_000))
                .when(draw("d-1"))
                .thenEvents(drawn("d-1", 1_000, 1_000))
                .when(draw("d-2"))
                .thenEvents(drawn("d-2", 1_000, 1_000));
    }

    @Test
    void has_each_draw_once() {
        spec.given(opened(100, 5), drawn("d", 5, 5)).when(draw("d")).thenRejected(new DrawAlreadyMade());
        spec.given(opened(100, 5), drawn("d", 5, 5), returned("d", 5))
                .when(draw("d"))
                .thenRejected(new DrawAlreadyMade());
    }

    @Test
    void takes_a_prize_back_once() {
        spec.given(opened(), received(7, 1), drawn("d-1", 7))
                .when(returnPrize("d-1"))
                .thenEvents(returned("d-1", 7))
                .when(returnPrize("d-1"))
                .thenNothing()
                .when(draw("d-2"))
                .thenEvents(drawn("d-2", 7));
    }

    @Test
    void takes_no_prize_back_that_nobody_won() {
        spec.given(opened(), received(7, 1)).when(returnPrize("d")).thenRejected(new DrawUnknown());
    }

    @Test
    void holds_as_much_as_can_be_counted() {
        var exceeded = new PotLimitExceeded();
        spec.given(opened(100, MOST), received(0, 9_900))
                .when(contribute(1))
                .thenRejected(exceeded)
                .when(draw("d"))
                .thenEvents(drawn("d", MOST, MOST))
                .when(returnPrize("d"))
                .thenRejected(exceeded);
        spec.given(opened(100, MOST), received(0, 9_800)).when(contribute(1)).thenEvents(received(0, 100));
        spec.given(opened(100, MOST)).when(contribute(100)).thenRejected(exceeded);
    }

    @Test
    void opens_draws_and_returns_once_even_when_asked_anew() {
        spec.given()
                .when(open(100, 10))
                .thenRepeatingItChangesNothing()
                .when(draw("d"))
                .thenRepeatingItChangesNothing()
                .when(returnPrize("d"))
                .thenRepeatingItChangesNothing();
    }
}
