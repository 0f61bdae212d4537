package dev.foldline.wallet.domain;

import dev.foldline.wallet.Money;
import dev.foldline.wallet.RoundId;

/**
 * A round ended, and its payout went into the wallet.
 *
 * @param round the round, in which the wallet had an open bet
 * @param payout how much; nothing for a lost bet
 */
public record BetSettled(RoundId round, Money payout) implements WalletEvent {}
