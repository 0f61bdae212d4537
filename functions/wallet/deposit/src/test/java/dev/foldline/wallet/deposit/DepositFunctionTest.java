package dev.foldline.wallet.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.testkit.DeciderSpec;
import dev.foldline.wallet.Amount;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.Deposit;
import dev.foldline.wallet.Money;
import dev.foldline.wallet.PlayerId;
import dev.foldline.wallet.WalletCommand;
import dev.foldline.wallet.WalletId;
import dev.foldline.wallet.domain.FundsDeposited;
import dev.foldline.wallet.domain.Wallet;
import dev.foldline.wallet.domain.WalletAggregate;
import dev.foldline.wallet.domain.WalletEvent;
import dev.foldline.wallet.domain.WalletOpened;
import dev.foldline.wallet.domain.WalletRejection.BalanceLimitExceeded;
import dev.foldline.wallet.domain.WalletRejection.CurrencyMismatch;
import dev.foldline.wallet.domain.WalletRejection.WalletNotOpen;
import org.junit.jupiter.api.Test;

class DepositFunctionTest {

    private static final WalletId WALLET = new WalletId("w-1");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final WalletOpened OPENED = new WalletOpened(new PlayerId("p-1"), EUR);

    private final DeciderSpec<WalletCommand, Wallet, WalletEvent> spec = DeciderSpec.of(WalletAggregate.TYPE);

    @Test
    void puts_money_into_an_open_wallet() {
        spec.given(OPENED).when(deposit(500)).thenEvents(new FundsDeposited(eur(500)));
    }

    @Test
    void refuses_a_wallet_that_is_not_open() {
        spec.given().when(deposit(500)).thenRejected(new WalletNotOpen());
    }

    @Test
    void refuses_another_currency() {
        var dollars = new Deposit(WALLET, new Amount(5), new CurrencyCode("USD"));
        spec.given(OPENED).when(dollars).thenRejected(new CurrencyMismatch(EUR));
    }

    @Test
    void refuses_what_a_balance_cannot_hold() {
        spec.given(OPENED).when(deposit(Long.MAX_VALUE)).thenEvents(new FundsDeposited(eur(Long.MAX_VALUE)));
        spec.given(OPENED, new FundsDeposited(eur(1)))
                .when(deposit(Long.MAX_VALUE))
                .thenRejected(new BalanceLimitExceeded());
    }

    @Test
    void is_about_the_wallet_that_the_command_names() {
        var function = new DepositFunction();
        assertThat(function.aggregateId(deposit(1))).isEqualTo("w-1");
        assertThat(function.aggregateType()).isSameAs(WalletAggregate.TYPE);
    }

    private static Deposit deposit(long minor) {
        return new Deposit(WALLET, new Amount(minor), EUR);
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }
}
