package dev.foldline.wallet;

/** What can be asked of a wallet. */
public sealed interface WalletCommand
        permits OpenWallet, Deposit, Withdraw, PlaceBet, SettleBet, CreditWinnings, StartSession, EndSession {

    /** The wallet that is asked. */
    WalletId walletId();
}
