package dev.foldline.jackpot.domain;

import dev.foldline.jackpot.RoundId;
import dev.foldline.jackpot.WalletId;

/**
 * A part of a stake went into the pot.
 *
 * @param wallet whose stake
 * @param round the round it was staked on
 * @param share the part, in the jackpot's currency
 */
public record ContributionReceived(WalletId wallet, RoundId round, ExactAmount share) implements JackpotEvent {}
