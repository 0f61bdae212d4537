package dev.foldline.wallet.domain;

import dev.foldline.wallet.Money;
import dev.foldline.wallet.RoundId;

/**
 * A stake was taken from a wallet for a round.
 *
 * @param round the round, in which the wallet had no bet before
 * @param stake how much
 */
public record BetPlaced(RoundId round, Money stake) implements WalletEvent {}
