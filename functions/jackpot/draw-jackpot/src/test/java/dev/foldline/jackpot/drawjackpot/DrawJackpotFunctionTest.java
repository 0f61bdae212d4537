package dev.foldline.jackpot.drawjackpot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.testkit.DeciderSpec;
import dev.foldline.jackpot.Amount;
import dev.foldline.jackpot.BasisPoints;
import dev.foldline.jackpot.CurrencyCode;
import dev.foldline.jackpot.DrawId;
import dev.foldline.jackpot.DrawJackpot;
import dev.foldline.jackpot.JackpotCommand;
import dev.foldline.jackpot.JackpotId;
import dev.foldline.jackpot.PlayerId;
import dev.foldline.jackpot.Seed;
import dev.foldline.jackpot.WalletId;
import dev.foldline.jackpot.domain.Jackpot;
import dev.foldline.jackpot.domain.JackpotAggregate;
import dev.foldline.jackpot.domain.JackpotDrawn;
import dev.foldline.jackpot.domain.JackpotEvent;
import dev.foldline.jackpot.domain.JackpotOpened;
import dev.foldline.jackpot.domain.JackpotRejection.DrawAlreadyMade;
import dev.foldline.jackpot.domain.JackpotRejection.PotEmpty;
import org.junit.jupiter.api.Test;

class DrawJackpotFunctionTest {

    private static final JackpotId JACKPOT = new JackpotId("main-EUR");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final BasisPoints ONE_PER_CENT = new BasisPoints(100);
    private static final JackpotOpened OPENED = new JackpotOpened(EUR, ONE_PER_CENT, new Seed(1_000));
    private static final DrawId DRAWN = new DrawId("d-1");
    private static final PlayerId PLAYER = new PlayerId("p-1");
    private static final WalletId WALLET = new WalletId("w-1");
    private static final DrawJackpot DRAW = new DrawJackpot(JACKPOT, DRAWN, PLAYER, WALLET);

    private final DeciderSpec<JackpotCommand, Jackpot, JackpotEvent> spec = DeciderSpec.of(JackpotAggregate.TYPE);

    @Test
    void pays_the_pot_to_the_winner_and_makes_a_draw_once() {
        spec.given(OPENED)
                .when(DRAW)
                .thenEvents(new JackpotDrawn(DRAWN, PLAYER, WALLET, new Amount(1_000), EUR, new Seed(1_000)))
                .when(DRAW)
                .thenRejected(new DrawAlreadyMade());
    }

    @Test
    void refuses_to_draw_nothing() {
        spec.given(new JackpotOpened(EUR, ONE_PER_CENT, new Seed(0))).when(DRAW).thenRejected(new PotEmpty());
    }

    @Test
    void is_about_the_jackpot_that_the_command_names() {
        var function = new DrawJackpotFunction();
        assertThat(function.aggregateId(DRAW)).isEqualTo("main-EUR");
        assertThat(function.aggregateType()).isSameAs(JackpotAggregate.TYPE);
    }
}
