package dev.foldline.wallet.placebet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.testkit.DeciderSpec;
import dev.foldline.functions.testkit.wiring.RealWiring;
import dev.foldline.wallet.Amount;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.Money;
import dev.foldline.wallet.PlaceBet;
import dev.foldline.wallet.PlayerId;
import dev.foldline.wallet.RoundId;
import dev.foldline.wallet.WalletCommand;
import dev.foldline.wallet.WalletId;
import dev.foldline.wallet.domain.BetPlaced;
import dev.foldline.wallet.domain.BetSettled;
import dev.foldline.wallet.domain.FundsDeposited;
import dev.foldline.wallet.domain.Wallet;
import dev.foldline.wallet.domain.WalletAggregate;
import dev.foldline.wallet.domain.WalletEvent;
import dev.foldline.wallet.domain.WalletOpened;
import dev.foldline.wallet.domain.WalletRejection.BetAlreadyPlaced;
import dev.foldline.wallet.domain.WalletRejection.InsufficientFunds;
import org.junit.jupiter.api.Test;

@RealWiring
class PlaceBetFunctionTest {

    private static final WalletId WALLET = new WalletId("w-1");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final WalletOpened OPENED = new WalletOpened(new PlayerId("p-1"), EUR);

    private static final RoundId ROUND = new RoundId("r-1");
    private final DeciderSpec<WalletCommand, Wallet, WalletEvent> spec = DeciderSpec.of(WalletAggregate.TYPE);

    @Test
    void takes_the_stake_from_the_available_funds() {
        spec.given(OPENED, new FundsDeposited(eur(500))).when(placeBet(500)).thenEvents(new BetPlaced(ROUND, eur(500)));
    }

    @Test
    void refuses_a_bet_larger_than_the_available_funds() {
        spec.given(OPENED, new FundsDeposited(eur(500)))
                .when(placeBet(501))
                .thenRejected(new InsufficientFunds(eur(500)));
    }

    @Test
    void refuses_a_second_bet_in_a_round_also_after_it_was_settled() {
        var funds = new FundsDeposited(eur(500));
        var placed = new BetPlaced(ROUND, eur(1));
        spec.given(OPENED, funds, placed).when(placeBet(1)).thenRejected(new BetAlreadyPlaced());
        spec.given(OPENED, funds, placed, new BetSettled(ROUND, eur(0)))
                .when(placeBet(1))
                .thenRejected(new BetAlreadyPlaced());
    }

    @Test
    void is_about_the_wallet_that_the_command_names() {
        var function = new PlaceBetFunction();
        assertThat(function.aggregateId(placeBet(1))).isEqualTo("w-1");
        assertThat(function.aggregateType()).isSameAs(WalletAggregate.TYPE);
    }

    private static PlaceBet placeBet(long minor) {
        return new PlaceBet(WALLET, ROUND, new Amount(minor), EUR);
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }
}
