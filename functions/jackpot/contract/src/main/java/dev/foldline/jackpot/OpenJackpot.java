package dev.foldline.jackpot;

import dev.foldline.functions.Command;

/**
 * Opens a jackpot. Bets of a currency go into the one that is called {@code main-<currency>}, e.g. {@code main-EUR}.
 *
 * @param jackpotId the new jackpot's id
 * @param currency the only currency that it ever holds
 * @param rateBasisPoints which part of each stake goes into the pot
 * @param seedMinor what the house puts into the pot, now and after each draw
 */
@Command(context = "jackpot", name = "open-jackpot", aggregate = "jackpotId")
public record OpenJackpot(JackpotId jackpotId, CurrencyCode currency, BasisPoints rateBasisPoints, Seed seedMinor)
        implements JackpotCommand {}
