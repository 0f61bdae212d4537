package dev.foldline.wallet.settlebet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.testkit.DeciderSpec;
import dev.foldline.functions.testkit.wiring.RealWiring;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.Money;
import dev.foldline.wallet.Payout;
import dev.foldline.wallet.PlayerId;
import dev.foldline.wallet.RoundId;
import dev.foldline.wallet.SettleBet;
import dev.foldline.wallet.WalletCommand;
import dev.foldline.wallet.WalletId;
import dev.foldline.wallet.domain.BetPlaced;
import dev.foldline.wallet.domain.BetSettled;
import dev.foldline.wallet.domain.FundsDeposited;
import dev.foldline.wallet.domain.Wallet;
import dev.foldline.wallet.domain.WalletAggregate;
import dev.foldline.wallet.domain.WalletEvent;
import dev.foldline.wallet.domain.WalletOpened;
import dev.foldline.wallet.domain.WalletRejection.BalanceLimitExceeded;
import dev.foldline.wallet.domain.WalletRejection.BetNotOpen;
import org.junit.jupiter.api.Test;

@RealWiring
class SettleBetFunctionTest {

    private static final WalletId WALLET = new WalletId("w-1");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final WalletOpened OPENED = new WalletOpened(new PlayerId("p-1"), EUR);

    private static final RoundId ROUND = new RoundId("r-1");
    private static final FundsDeposited FUNDS = new FundsDeposited(eur(500));
    private final DeciderSpec<WalletCommand, Wallet, WalletEvent> spec = DeciderSpec.of(WalletAggregate.TYPE);

    @Test
    void pays_out_what_was_won_and_nothing_for_a_lost_bet() {
        var placed = new BetPlaced(ROUND, eur(5));
        spec.given(OPENED, FUNDS, placed).when(settleBet(9)).thenEvents(new BetSettled(ROUND, eur(9)));
        spec.given(OPENED, FUNDS, placed).when(settleBet(0)).thenEvents(new BetSettled(ROUND, eur(0)));
    }

    @Test
    void refuses_a_bet_that_is_not_open() {
        spec.given(OPENED, FUNDS).when(settleBet(9)).thenRejected(new BetNotOpen());
        spec.given(OPENED, FUNDS, new BetPlaced(ROUND, eur(5)), new BetSettled(ROUND, eur(9)))
                .when(settleBet(9))
                .thenRejected(new BetNotOpen());
    }

    @Test
    void refuses_a_payout_that_a_balance_cannot_hold() {
        spec.given(OPENED, FUNDS, new BetPlaced(ROUND, eur(5)))
                .when(settleBet(Long.MAX_VALUE))
                .thenRejected(new BalanceLimitExceeded());
    }

    @Test
    void is_about_the_wallet_that_the_command_names() {
        var function = new SettleBetFunction();
        assertThat(function.aggregateId(settleBet(1))).isEqualTo("w-1");
        assertThat(function.aggregateType()).isSameAs(WalletAggregate.TYPE);
    }

    private static SettleBet settleBet(long minor) {
        return new SettleBet(WALLET, ROUND, new Payout(minor), EUR);
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }
}
