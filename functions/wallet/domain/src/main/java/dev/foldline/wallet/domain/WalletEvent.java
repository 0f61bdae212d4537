package dev.foldline.wallet.domain;

import dev.foldline.functions.DomainEvent;

/** What can happen to a wallet. Private to the context; stored under the names of {@link WalletEvents}. */
public sealed interface WalletEvent extends DomainEvent
        permits WalletOpened, FundsDeposited, FundsWithdrawn, BetPlaced, BetSettled {}
