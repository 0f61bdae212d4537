package dev.foldline.jackpot.domain;

import dev.foldline.jackpot.BasisPoints;
import dev.foldline.jackpot.CurrencyCode;
import dev.foldline.jackpot.Seed;

/**
 * A jackpot was opened, and its pot seeded.
 *
 * @param currency the only currency that it will hold
 * @param rate which part of each stake goes into the pot
 * @param seed what the house put into the pot, and will after each draw
 */
public record JackpotOpened(CurrencyCode currency, BasisPoints rate, Seed seed) implements JackpotEvent {}
