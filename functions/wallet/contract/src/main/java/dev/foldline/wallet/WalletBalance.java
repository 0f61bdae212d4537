package dev.foldline.wallet;

/**
 * What a wallet has to spend; the answer to {@link FindWalletBalance}.
 *
 * @param walletId which wallet
 * @param currency its currency
 * @param balanceMinor what it has to spend
 * @param version the wallet's version that this was true of
 */
public record WalletBalance(WalletId walletId, CurrencyCode currency, Balance balanceMinor, long version) {}
