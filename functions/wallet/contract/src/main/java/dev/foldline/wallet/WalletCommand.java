package dev.foldline.wallet;

/** What can be asked of a wallet. */
public sealed interface WalletCommand permits OpenWallet, Deposit, Withdraw, PlaceBet, SettleBet {

    /** The wallet that is asked. */
    WalletId walletId();
}
