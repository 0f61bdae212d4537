package dev.foldline.jackpot.openjackpot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.testkit.DeciderSpec;
import dev.foldline.jackpot.BasisPoints;
import dev.foldline.jackpot.CurrencyCode;
import dev.foldline.jackpot.JackpotCommand;
import dev.foldline.jackpot.JackpotId;
import dev.foldline.jackpot.OpenJackpot;
import dev.foldline.jackpot.Seed;
import dev.foldline.jackpot.domain.Jackpot;
import dev.foldline.jackpot.domain.JackpotAggregate;
import dev.foldline.jackpot.domain.JackpotEvent;
import dev.foldline.jackpot.domain.JackpotOpened;
import dev.foldline.jackpot.domain.JackpotRejection.JackpotAlreadyOpen;
import org.junit.jupiter.api.Test;

class OpenJackpotFunctionTest {

    private static final JackpotId JACKPOT = new JackpotId("main-EUR");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final BasisPoints ONE_PER_CENT = new BasisPoints(100);
    private static final JackpotOpened OPENED = new JackpotOpened(EUR, ONE_PER_CENT, new Seed(1_000));
    private static final OpenJackpot OPEN = new OpenJackpot(JACKPOT, EUR, ONE_PER_CENT, new Seed(1_000));

    private final DeciderSpec<JackpotCommand, Jackpot, JackpotEvent> spec = DeciderSpec.of(JackpotAggregate.TYPE);

    @Test
    void opens_a_jackpot_once() {
        spec.given().when(OPEN).thenEvents(OPENED).when(OPEN).thenRejected(new JackpotAlreadyOpen());
    }

    @Test
    void is_about_the_jackpot_that_the_command_names() {
        var function = new OpenJackpotFunction();
        assertThat(function.aggregateId(OPEN)).isEqualTo("main-EUR");
        assertThat(function.aggregateType()).isSameAs(JackpotAggregate.TYPE);
    }
}
