package dev.foldline.jackpot.contribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.testkit.DeciderSpec;
import dev.foldline.jackpot.Amount;
import dev.foldline.jackpot.BasisPoints;
import dev.foldline.jackpot.Contribute;
import dev.foldline.jackpot.CurrencyCode;
import dev.foldline.jackpot.JackpotCommand;
import dev.foldline.jackpot.JackpotId;
import dev.foldline.jackpot.RoundId;
import dev.foldline.jackpot.Seed;
import dev.foldline.jackpot.WalletId;
import dev.foldline.jackpot.domain.ContributionReceived;
import dev.foldline.jackpot.domain.ExactAmount;
import dev.foldline.jackpot.domain.Jackpot;
import dev.foldline.jackpot.domain.JackpotAggregate;
import dev.foldline.jackpot.domain.JackpotEvent;
import dev.foldline.jackpot.domain.JackpotOpened;
import dev.foldline.jackpot.domain.JackpotRejection.CurrencyMismatch;
import dev.foldline.jackpot.domain.JackpotRejection.JackpotNotOpen;
import org.junit.jupiter.api.Test;

class ContributeFunctionTest {

    private static final JackpotId JACKPOT = new JackpotId("main-EUR");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final BasisPoints ONE_PER_CENT = new BasisPoints(100);
    private static final JackpotOpened OPENED = new JackpotOpened(EUR, ONE_PER_CENT, new Seed(1_000));
    private static final WalletId WALLET = new WalletId("w-1");
    private static final RoundId ROUND = new RoundId("r-1");

    private final DeciderSpec<JackpotCommand, Jackpot, JackpotEvent> spec = DeciderSpec.of(JackpotAggregate.TYPE);

    @Test
    void adds_exactly_one_per_cent_of_a_stake() {
        spec.given(OPENED)
                .when(contribute(EUR))
                .thenEvents(new ContributionReceived(WALLET, ROUND, new ExactAmount(2, 5_000)));
    }

    @Test
    void refuses_another_currency() {
        spec.given(OPENED).when(contribute(new CurrencyCode("USD"))).thenRejected(new CurrencyMismatch(EUR));
    }

    @Test
    void refuses_a_jackpot_that_is_not_open() {
        spec.given().when(contribute(EUR)).thenRejected(new JackpotNotOpen());
    }

    private static Contribute contribute(CurrencyCode currency) {
        return new Contribute(JACKPOT, WALLET, ROUND, new Amount(250), currency);
    }

    @Test
    void is_about_the_jackpot_that_the_command_names() {
        var function = new ContributeFunction();
        assertThat(function.aggregateId(contribute(EUR))).isEqualTo("main-EUR");
        assertThat(function.aggregateType()).isSameAs(JackpotAggregate.TYPE);
    }
}
