package dev.foldline.jackpot;

import dev.foldline.functions.Command;

/**
 * Adds a stake's part to a pot, by the jackpot's rate and exactly.
 *
 * <p>A jackpot does not remember rounds, since everybody contributes to it: two of these about one round are two, unless they
 * have the same command id. Whoever sends them makes the id of the bet.
 *
 * @param jackpotId which jackpot
 * @param walletId whose stake
 * @param roundId the round it was staked on
 * @param stakeMinor the whole stake
 * @param currency the jackpot's currency
 */
@Command(context = "jackpot", name = "contribute", aggregate = "jackpotId")
public record Contribute(
        JackpotId jackpotId, WalletId walletId, RoundId roundId, Amount stakeMinor, CurrencyCode currency)
        implements JackpotCommand {}
