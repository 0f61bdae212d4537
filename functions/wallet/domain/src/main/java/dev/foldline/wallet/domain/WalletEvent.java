package dev.foldline.wallet.domain;

import dev.foldline.functions.DomainEvent;

/** What can happen to a wallet. Private to the context; stored under the names of {@link WalletEvents}. */
public sealed interface WalletEvent extends DomainEvent
        permits WalletOpened,
                FundsDeposited,
                FundsWithdrawn,
                BetPlaced,
                BetSettled,
                WinningsCredited,
                SessionStarted,
                SessionEnded {

    /** By how much it changes what can be spent, in minor units of the wallet's currency. */
    default long changeMinor() {
        return switch (this) {
            case FundsDeposited e -> e.amount().minor();
            case FundsWithdrawn e -> -e.amount().minor();
            case BetPlaced e -> -e.stake().minor();
            case BetSettled e -> e.payout().minor();
            case WinningsCredited e -> e.amount().minor();
            case WalletOpened ignored -> 0;
            case SessionStarted ignored -> 0;
            case SessionEnded ignored -> 0;
        };
    }
}
