package dev.foldline.jackpot;

import dev.foldline.functions.Command;

/**
 * Puts a prize back into the pot, since it could not be paid: to be sent by whoever pays, when the payout was refused for
 * good. Once for a draw; nothing happens when the prize is back already.
 *
 * @param jackpotId which jackpot
 * @param drawId the draw whose prize it was
 */
@Command(context = "jackpot", name = "return-prize", aggregate = "jackpotId")
public record ReturnPrize(JackpotId jackpotId, DrawId drawId) implements JackpotCommand {}
