package dev.foldline.wallet.creditwinnings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.testkit.DeciderSpec;
import dev.foldline.wallet.Amount;
import dev.foldline.wallet.CreditWinnings;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.Money;
import dev.foldline.wallet.PayoutId;
import dev.foldline.wallet.PlayerId;
import dev.foldline.wallet.WalletCommand;
import dev.foldline.wallet.WalletId;
import dev.foldline.wallet.domain.Wallet;
import dev.foldline.wallet.domain.WalletAggregate;
import dev.foldline.wallet.domain.WalletEvent;
import dev.foldline.wallet.domain.WalletOpened;
import dev.foldline.wallet.domain.WalletRejection.PayoutAlreadyCredited;
import dev.foldline.wallet.domain.WalletRejection.WalletNotOpen;
import dev.foldline.wallet.domain.WinningsCredited;
import org.junit.jupiter.api.Test;

class CreditWinningsFunctionTest {

    private static final WalletId WALLET = new WalletId("w-1");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final WalletOpened OPENED = new WalletOpened(new PlayerId("p-1"), EUR);
    private static final PayoutId PAYOUT = new PayoutId("jackpot/main-EUR/d-1");

    private final DeciderSpec<WalletCommand, Wallet, WalletEvent> spec = DeciderSpec.of(WalletAggregate.TYPE);

    @Test
    void credits_a_payout_once() {
        var credited = new WinningsCredited(PAYOUT, new Money(500, EUR));
        spec.given(OPENED)
                .when(credit(500))
                .thenEvents(credited)
                .when(credit(500))
                .thenNothing();
    }

    @Test
    void refuses_another_amount_under_the_same_payout() {
        spec.given(OPENED, new WinningsCredited(PAYOUT, new Money(500, EUR)))
                .when(credit(501))
                .thenRejected(new PayoutAlreadyCredited(new Money(500, EUR)));
    }

    @Test
    void refuses_a_wallet_that_is_not_open() {
        spec.given().when(credit(500)).thenRejected(new WalletNotOpen());
    }

    @Test
    void is_about_the_wallet_that_the_command_names() {
        var function = new CreditWinningsFunction();
        assertThat(function.aggregateId(credit(1))).isEqualTo("w-1");
        assertThat(function.aggregateType()).isSameAs(WalletAggregate.TYPE);
    }

    private static CreditWinnings credit(long minor) {
        return new CreditWinnings(WALLET, PAYOUT, new Amount(minor), EUR);
    }
}
