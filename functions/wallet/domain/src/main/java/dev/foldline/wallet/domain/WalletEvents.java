package dev.foldline.wallet.domain;

import dev.foldline.eventstore.codec.EventTable;

/** The names under which a wallet's events are stored. Names are only ever added. */
public final class WalletEvents {

    /** Alias and revision to record. */
    public static final EventTable<WalletEvent> TABLE = EventTable.<WalletEvent>builder()
            .event("wallet-opened", 1, WalletOpened.class)
            .event("funds-deposited", 1, FundsDeposited.class)
            .event("funds-withdrawn", 1, FundsWithdrawn.class)
            .event("bet-placed", 1, BetPlaced.class)
            .event("bet-settled", 1, BetSettled.class)
            .event("winnings-credited", 1, WinningsCredited.class)
            .event("session-started", 1, SessionStarted.class)
            .event("session-ended", 1, SessionEnded.class)
            .build();

    private WalletEvents() {}
}
