package dev.foldline.wallet.domain;

import static dev.foldline.wallet.domain.Examples.EUR;
import static dev.foldline.wallet.domain.Examples.USD;
import static dev.foldline.wallet.domain.Examples.creditWinnings;
import static dev.foldline.wallet.domain.Examples.deposit;
import static dev.foldline.wallet.domain.Examples.deposited;
import static dev.foldline.wallet.domain.Examples.endSession;
import static dev.foldline.wallet.domain.Examples.eur;
import static dev.foldline.wallet.domain.Examples.open;
import static dev.foldline.wallet.domain.Examples.opened;
import static dev.foldline.wallet.domain.Examples.placeBet;
import static dev.foldline.wallet.domain.Examples.placed;
import static dev.foldline.wallet.domain.Examples.settleBet;
import static dev.foldline.wallet.domain.Examples.settled;
import static dev.foldline.wallet.domain.Examples.startSession;
import static dev.foldline.wallet.domain.Examples.withdraw;
import static dev.foldline.wallet.domain.Examples.withdrawn;

import dev.foldline.functions.testkit.DeciderSpec;
import dev.foldline.wallet.WalletCommand;
import dev.foldline.wallet.domain.WalletRejection.BetAlreadyPlaced;
import dev.foldline.wallet.domain.WalletRejection.CurrencyMismatch;
import dev.foldline.wallet.domain.WalletRejection.InsufficientFunds;
import dev.foldline.wallet.domain.WalletRejection.WalletAlreadyOpen;
import dev.foldline.wallet.domain.WalletRejection.WalletNotOpen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class WalletDeciderTest {

    @SuppressWarnings("unused") // named by @FieldSource
    private static final List<WalletCommand> NEED_A_WALLET = List.of(
            deposit(1),
            withdraw(1),
            placeBet("r", 1),
            settleBet("r", 0),
            creditWinnings("p", 1),
            startSession("s"),
            endSession("s"));

    @SuppressWarnings("unused") // named by @FieldSource
    private static final List<WalletCommand> IN_DOLLARS =
            List.of(deposit(1, USD), withdraw(1, USD), placeBet("new", 1, USD), settleBet("open", 0, USD));

    private final DeciderSpec<WalletCommand, Wallet, WalletEvent> spec = DeciderSpec.of(WalletAggregate.TYPE);

    @Test
    void opens_a_wallet_once() {
        spec.given().when(open(EUR)).thenEvents(opened()).when(open(EUR)).thenRejected(new WalletAlreadyOpen());
        spec.given(opened()).when(open(USD)).thenRejected(new WalletAlreadyOpen());
    }

    @ParameterizedTest
    @FieldSource("NEED_A_WALLET")
    void does_nothing_with_a_wallet_that_is_not_open(WalletCommand command) {
        spec.given().when(command).thenRejected(new WalletNotOpen());
    }

    @ParameterizedTest
    @FieldSource("IN_DOLLARS")
    void refuses_another_currency_before_anything_else(WalletCommand command) {
        spec.given(opened(), deposited(500), placed("open", 100)).when(command).thenRejected(new CurrencyMismatch(EUR));
    }

    @Test
    void deposits_and_withdraws_to_the_last_cent() {
        spec.given(opened())
                .when(deposit(500))
                .thenEvents(deposited(500))
                .when(withdraw(500))
                .thenEvents(withdrawn(500))
                .when(withdraw(1))
                .thenRejected(new InsufficientFunds(eur(0)));
    }

    @Test
    void has_no_stake_to_spend_before_the_bet_is_settled() {
        spec.given(opened(), deposited(500), placed("r", 400))
                .when(withdraw(101))
                .thenRejected(new InsufficientFunds(eur(100)))
                .when(settleBet("r", 1_000))
                .thenEvents(settled("r", 1_000))
                .when(withdraw(1_100))
                .thenEvents(withdrawn(1_100));
    }

    @Test
    void has_one_bet_in_a_round_ever() {
        var placedTwice = new BetAlreadyPlaced();

        spec.given(opened(), deposited(500), placed("r", 1))
                .when(placeBet("r", 1_000))
                .thenRejected(placedTwice)
                .when(settleBet("r", 0))
                .thenEvents(settled("r", 0))
                .when(placeBet("r", 1))
                .thenRejected(placedTwice)
                .when(placeBet("s", 1))
                .thenEvents(placed("s", 1));
    }

    @Test
    void opens_places_and_settles_once_even_when_asked_anew() {
        spec.given()
                .when(open(EUR))
                .thenRepeatingItChangesNothing()
                .when(deposit(500))
                .thenEvents(deposited(500))
                .when(placeBet("r", 100))
                .thenRepeatingItChangesNothing()
                .when(settleBet("r", 0))
                .thenRepeatingItChangesNothing()
                .when(creditWinnings("p", 100))
                .thenRepeatingItChangesNothing()
                .when(startSession("s"))
                .thenRepeatingItChangesNothing()
                .when(endSession("s"))
                .thenRepeatingItChangesNothing();
    }
}
