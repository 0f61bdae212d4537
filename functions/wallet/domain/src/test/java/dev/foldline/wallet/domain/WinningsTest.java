package dev.foldline.wallet.domain;

import static dev.foldline.wallet.domain.Examples.EUR;
import static dev.foldline.wallet.domain.Examples.USD;
import static dev.foldline.wallet.domain.Examples.creditWinnings;
import static dev.foldline.wallet.domain.Examples.credited;
import static dev.foldline.wallet.domain.Examples.deposited;
import static dev.foldline.wallet.domain.Examples.eur;
import static dev.foldline.wallet.domain.Examples.opened;
import static dev.foldline.wallet.domain.Examples.placed;
import static dev.foldline.wallet.domain.Examples.withdraw;
import static dev.foldline.wallet.domain.Examples.withdrawn;

import dev.foldline.functions.testkit.DeciderSpec;
import dev.foldline.wallet.WalletCommand;
import dev.foldline.wallet.domain.WalletRejection.BalanceLimitExceeded;
import dev.foldline.wallet.domain.WalletRejection.CurrencyMismatch;
import dev.foldline.wallet.domain.WalletRejection.PayoutAlreadyCredited;
import org.junit.jupiter.api.Test;

class WinningsTest {

    private final DeciderSpec<WalletCommand, Wallet, WalletEvent> spec = DeciderSpec.of(WalletAggregate.TYPE);

    @Test
    void winnings_can_be_spent() {
        spec.given(opened())
                .when(creditWinnings("p", 500))
                .thenEvents(credited("p", 500))
                .when(withdraw(500))
                .thenEvents(withdrawn(500));
    }

    @Test
    void a_payout_that_is_asked_for_again_is_made_once_and_is_no_refusal() {
        spec.given(opened(), credited("p", 500))
                .when(creditWinnings("p", 500))
                .thenNothing()
                .when(creditWinnings("q", 500))
                .thenEvents(credited("q", 500));
    }

    @Test
    void a_payout_of_another_amount_under_the_same_id_is_refused() {
        var refused = new PayoutAlreadyCredited(eur(500));
        spec.given(opened(), credited("p", 500)).when(creditWinnings("p", 501)).thenRejected(refused);
        spec.given(opened(), credited("p", 500))
                .when(creditWinnings("p", 500, USD))
                .thenRejected(refused);
    }

    @Test
    void winnings_of_another_currency_are_refused() {
        spec.given(opened()).when(creditWinnings("p", 1, USD)).thenRejected(new CurrencyMismatch(EUR));
    }

    @Test
    void winnings_leave_room_for_every_stake_to_come_back() {
        spec.given(opened(), deposited(Long.MAX_VALUE), placed("r", 100))
                .when(creditWinnings("p", 1))
                .thenRejected(new BalanceLimitExceeded());
    }
}
