package dev.foldline.jackpot.returnprize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.testkit.DeciderSpec;
import dev.foldline.jackpot.Amount;
import dev.foldline.jackpot.BasisPoints;
import dev.foldline.jackpot.CurrencyCode;
import dev.foldline.jackpot.DrawId;
import dev.foldline.jackpot.JackpotCommand;
import dev.foldline.jackpot.JackpotId;
import dev.foldline.jackpot.PlayerId;
import dev.foldline.jackpot.ReturnPrize;
import dev.foldline.jackpot.Seed;
import dev.foldline.jackpot.WalletId;
import dev.foldline.jackpot.domain.Jackpot;
import dev.foldline.jackpot.domain.JackpotAggregate;
import dev.foldline.jackpot.domain.JackpotDrawn;
import dev.foldline.jackpot.domain.JackpotEvent;
import dev.foldline.jackpot.domain.JackpotOpened;
import dev.foldline.jackpot.domain.JackpotRejection.DrawUnknown;
import dev.foldline.jackpot.domain.PrizeReturned;
import org.junit.jupiter.api.Test;

class ReturnPrizeFunctionTest {

    private static final JackpotId JACKPOT = new JackpotId("main-EUR");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final BasisPoints ONE_PER_CENT = new BasisPoints(100);
    private static final JackpotOpened OPENED = new JackpotOpened(EUR, ONE_PER_CENT, new Seed(1_000));
    private static final DrawId DRAWN = new DrawId("d-1");
    private static final JackpotDrawn WON =
            new JackpotDrawn(DRAWN, new PlayerId("p-1"), new WalletId("w-1"), new Amount(1_000), EUR, new Seed(1_000));
    private static final ReturnPrize RETURN = new ReturnPrize(JACKPOT, DRAWN);

    private final DeciderSpec<JackpotCommand, Jackpot, JackpotEvent> spec = DeciderSpec.of(JackpotAggregate.TYPE);

    @Test
    void puts_a_prize_back_once() {
        spec.given(OPENED, WON)
                .when(RETURN)
                .thenEvents(new PrizeReturned(DRAWN, new Amount(1_000)))
                .when(RETURN)
                .thenNothing();
    }

    @Test
    void refuses_a_prize_that_nobody_won() {
        spec.given(OPENED).when(RETURN).thenRejected(new DrawUnknown());
    }

    @Test
    void is_about_the_jackpot_that_the_command_names() {
        var function = new ReturnPrizeFunction();
        assertThat(function.aggregateId(RETURN)).isEqualTo("main-EUR");
        assertThat(function.aggregateType()).isSameAs(JackpotAggregate.TYPE);
    }
}
