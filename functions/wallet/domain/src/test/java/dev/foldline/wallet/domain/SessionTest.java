package dev.foldline.wallet.domain;

import static dev.foldline.wallet.domain.Examples.EUR;
import static dev.foldline.wallet.domain.Examples.deposited;
import static dev.foldline.wallet.domain.Examples.endSession;
import static dev.foldline.wallet.domain.Examples.ended;
import static dev.foldline.wallet.domain.Examples.opened;
import static dev.foldline.wallet.domain.Examples.placeBet;
import static dev.foldline.wallet.domain.Examples.placed;
import static dev.foldline.wallet.domain.Examples.settleBet;
import static dev.foldline.wallet.domain.Examples.settled;
import static dev.foldline.wallet.domain.Examples.startSession;
import static dev.foldline.wallet.domain.Examples.started;
import static dev.foldline.wallet.domain.Examples.withdraw;
import static dev.foldline.wallet.domain.Examples.withdrawn;

import dev.foldline.functions.testkit.DeciderSpec;
import dev.foldline.wallet.WalletCommand;
import dev.foldline.wallet.domain.SessionRejection.SessionAlreadyStarted;
import dev.foldline.wallet.domain.SessionRejection.SessionNotStarted;
import dev.foldline.wallet.domain.SessionRejection.SessionOver;
import dev.foldline.wallet.domain.SessionRejection.SessionRunning;
import dev.foldline.wallet.domain.WalletRejection.CurrencyMismatch;
import org.junit.jupiter.api.Test;

class SessionTest {

    private final DeciderSpec<WalletCommand, Wallet, WalletEvent> spec = DeciderSpec.of(WalletAggregate.TYPE);

    @Test
    void a_wallet_that_never_had_a_session_is_not_limited() {
        spec.given(opened(), deposited(100)).when(placeBet("r", 1)).thenEvents(placed("r", 1));
    }

    @Test
    void bets_are_placed_while_a_session_runs_and_not_between_sessions() {
        spec.given(opened(), deposited(100))
                .when(startSession("s"))
                .thenEvents(started("s"))
                .when(placeBet("r", 1))
                .thenEvents(placed("r", 1))
                .when(endSession("s"))
                .thenEvents(ended("s"))
                .when(placeBet("q", 1))
                .thenRejected(new SessionOver())
                .when(startSession("t"))
                .thenEvents(started("t"))
                .when(placeBet("q", 1))
                .thenEvents(placed("q", 1));
    }

    @Test
    void all_else_goes_on_after_a_session() {
        spec.given(opened(), deposited(100), started("s"), placed("r", 10), ended("s"))
                .when(settleBet("r", 30))
                .thenEvents(settled("r", 30))
                .when(withdraw(120))
                .thenEvents(withdrawn(120));
    }

    @Test
    void a_wallet_has_one_session_at_a_time_and_each_once() {
        spec.given(opened(), started("s"))
                .when(startSession("s"))
                .thenRejected(new SessionAlreadyStarted())
                .when(startSession("t"))
                .thenRejected(new SessionRunning())
                .when(endSession("s"))
                .thenEvents(ended("s"))
                .when(startSession("s"))
                .thenRejected(new SessionAlreadyStarted());
    }

    @Test
    void a_session_that_is_over_stays_over_whoever_ends_it_again() {
        spec.given(opened(), started("s"), ended("s"), started("t"))
                .when(endSession("s"))
                .thenNothing()
                .when(endSession("t"))
                .thenEvents(ended("t"));
    }

    @Test
    void a_session_that_never_was_does_not_end() {
        spec.given(opened()).when(endSession("s")).thenRejected(new SessionNotStarted());
    }

    @Test
    void another_currency_is_refused_before_a_session_that_is_over() {
        spec.given(opened(), started("s"), ended("s"))
                .when(placeBet("r", 1, Examples.USD))
                .thenRejected(new CurrencyMismatch(EUR));
    }
}
