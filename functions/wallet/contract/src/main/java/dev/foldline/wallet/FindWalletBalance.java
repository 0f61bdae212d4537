package dev.foldline.wallet;

import dev.foldline.functions.Query;

/**
 * Asks what a wallet has to spend; answered by a {@link WalletBalance}.
 *
 * @param walletId which wallet
 */
@Query(context = "wallet", name = "wallet-balance", answer = WalletBalance.class)
public record FindWalletBalance(WalletId walletId) {}
