package dev.foldline.wallet.domain;

import static dev.foldline.wallet.domain.Examples.deposit;
import static dev.foldline.wallet.domain.Examples.deposited;
import static dev.foldline.wallet.domain.Examples.opened;
import static dev.foldline.wallet.domain.Examples.placed;
import static dev.foldline.wallet.domain.Examples.settleBet;
import static dev.foldline.wallet.domain.Examples.settled;

import dev.foldline.functions.testkit.DeciderSpec;
import dev.foldline.wallet.WalletCommand;
import dev.foldline.wallet.domain.WalletRejection.BalanceLimitExceeded;
import org.junit.jupiter.api.Test;

/** A wallet's balance cannot overflow, and no bet gets stuck over that. */
class BalanceLimitTest {

    private static final long MOST = Long.MAX_VALUE;

    private final BalanceLimitExceeded exceeded = new BalanceLimitExceeded();
    private final DeciderSpec<WalletCommand, Wallet, WalletEvent> spec = DeciderSpec.of(WalletAggregate.TYPE);

    @Test
    void deposits_up_to_the_limit() {
        spec.given(opened(), deposited(1)).when(deposit(MOST)).thenRejected(exceeded);
        spec.given(opened(), deposited(1)).when(deposit(MOST - 1)).thenEvents(deposited(MOST - 1));
        spec.given(opened(), deposited(MOST)).when(deposit(1)).thenRejected(exceeded);
    }

    @Test
    void keeps_room_for_every_stake_to_come_back() {
        var all = spec.given(opened(), deposited(MOST), placed("r", 100), placed("s", 200));
        all.when(deposit(1)).thenRejected(exceeded);
        all.when(settleBet("r", 100)).thenEvents(settled("r", 100));
        all.when(settleBet("s", 200)).thenEvents(settled("s", 200));
    }

    @Test
    void refuses_a_payout_that_leaves_no_room_for_the_other_stakes() {
        var all = spec.given(opened(), deposited(MOST), placed("r", 100), placed("s", 200));
        all.when(settleBet("r", 101)).thenRejected(exceeded);
        all.when(settleBet("r", MOST)).thenRejected(exceeded);
    }

    @Test
    void has_room_again_after_a_lost_bet() {
        var lost = spec.given(opened(), deposited(MOST), placed("r", 100), settled("r", 0));
        lost.when(deposit(101)).thenRejected(exceeded);
        lost.when(deposit(100)).thenEvents(deposited(100));
    }
}
