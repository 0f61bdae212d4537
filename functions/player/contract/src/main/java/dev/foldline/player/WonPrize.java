package dev.foldline.player;

/**
 * A prize that a player has won, and that did not go back into the pot.
 *
 * @param jackpotId of which jackpot, as the jackpot context names it
 * @param drawId in which draw
 * @param prizeMinor how much, in minor units
 * @param currency of which currency, ISO 4217
 */
public record WonPrize(String jackpotId, String drawId, long prizeMinor, String currency) {}
