package dev.foldline.jackpot;

import java.util.Optional;

/**
 * A jackpot as it is now.
 *
 * @param jackpotId which one
 * @param currency its currency
 * @param potMinor what a draw would pay: the whole minor units in the pot
 * @param potTenThousandths what is in the pot besides, in 1/10,000 of a minor unit, 0 to 9,999
 * @param rateBasisPoints which part of each stake goes into the pot
 * @param seedMinor what the house puts into the pot after each draw
 * @param draws how many draws there were
 * @param lastWin the last draw; empty before the first, and when its prize was returned
 * @param version the jackpot's version that this was true of
 */
public record CurrentJackpot(
        JackpotId jackpotId,
        CurrencyCode currency,
        long potMinor,
        int potTenThousandths,
        BasisPoints rateBasisPoints,
        Seed seedMinor,
        long draws,
        Optional<Win> lastWin,
        long version) {}
