package dev.foldline.jackpot;

/**
 * Who won what.
 *
 * @param drawId in which draw
 * @param playerId who
 * @param prizeMinor how much, in minor units of the jackpot's currency
 */
public record Win(DrawId drawId, PlayerId playerId, Amount prizeMinor) {}
