package dev.foldline.player;

/**
 * A wallet of a player.
 *
 * @param walletId which one, as the wallet context names it
 * @param currency its currency, ISO 4217
 * @param balanceMinor what it has to spend, in minor units
 */
public record OwnedWallet(String walletId, String currency, long balanceMinor) {}
