package dev.foldline.wallet.withdraw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.testkit.DeciderSpec;
import dev.foldline.wallet.Amount;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.Money;
import dev.foldline.wallet.PlayerId;
import dev.foldline.wallet.WalletCommand;
import dev.foldline.wallet.WalletId;
import dev.foldline.wallet.Withdraw;
import dev.foldline.wallet.domain.FundsDeposited;
import dev.foldline.wallet.domain.FundsWithdrawn;
import dev.foldline.wallet.domain.Wallet;
import dev.foldline.wallet.domain.WalletAggregate;
import dev.foldline.wallet.domain.WalletEvent;
import dev.foldline.wallet.domain.WalletOpened;
import dev.foldline.wallet.domain.WalletRejection.InsufficientFunds;
import dev.foldline.wallet.domain.WalletRejection.WalletNotOpen;
import org.junit.jupiter.api.Test;

class WithdrawFunctionTest {

    private static final WalletId WALLET = new WalletId("w-1");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final WalletOpened OPENED = new WalletOpened(new PlayerId("p-1"), EUR);

    private final DeciderSpec<WalletCommand, Wallet, WalletEvent> spec = DeciderSpec.of(WalletAggregate.TYPE);

    @Test
    void takes_money_down_to_nothing() {
        spec.given(OPENED, new FundsDeposited(eur(500))).when(withdraw(500)).thenEvents(new FundsWithdrawn(eur(500)));
    }

    @Test
    void refuses_more_than_there_is() {
        spec.given(OPENED, new FundsDeposited(eur(500)), new FundsWithdrawn(eur(1)))
                .when(withdraw(500))
                .thenRejected(new InsufficientFunds(eur(499)));
    }

    @Test
    void refuses_a_wallet_that_is_not_open() {
        spec.given().when(withdraw(500)).thenRejected(new WalletNotOpen());
    }

    @Test
    void is_about_the_wallet_that_the_command_names() {
        var function = new WithdrawFunction();
        assertThat(function.aggregateId(withdraw(1))).isEqualTo("w-1");
        assertThat(function.aggregateType()).isSameAs(WalletAggregate.TYPE);
    }

    private static Withdraw withdraw(long minor) {
        return new Withdraw(WALLET, new Amount(minor), EUR);
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }
}
