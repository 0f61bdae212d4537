package dev.foldline.wallet;

import dev.foldline.functions.Command;

/**
 * Opens a wallet for a player.
 *
 * @param walletId the new wallet's id
 * @param playerId who owns it
 * @param currency the only currency that it ever holds
 */
@Command(context = "wallet", name = "open-wallet", aggregate = "walletId")
public record OpenWallet(WalletId walletId, PlayerId playerId, CurrencyCode currency) implements WalletCommand {}
