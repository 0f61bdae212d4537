package dev.foldline.wallet.domain;

import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.PlayerId;

/**
 * A wallet was opened for a player.
 *
 * @param player whose it is
 * @param currency the only currency that it will hold
 */
public record WalletOpened(PlayerId player, CurrencyCode currency) implements WalletEvent {}
