package dev.foldline.jackpot.domain;

import dev.foldline.jackpot.BasisPoints;
import dev.foldline.jackpot.CurrencyCode;
import dev.foldline.jackpot.Seed;

/**
 * A jackpot was opened, and its pot seeded. Revision 2: the numbers are stored under names that say their unit, those of the
 * command.
 *
 * @param currency the only currency that it will hold
 * @param rateBasisPoints which part of each stake goes into the pot
 * @param seedMinor what the house put into the pot, and will after each draw
 */
public record JackpotOpened(CurrencyCode currency, BasisPoints rateBasisPoints, Seed seedMinor)
        implements JackpotEvent {}
