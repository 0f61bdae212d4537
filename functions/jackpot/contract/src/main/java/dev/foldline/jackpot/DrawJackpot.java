package dev.foldline.jackpot;

import dev.foldline.functions.Command;

/**
 * Gives the pot to a winner: all whole minor units in it. What is left of one stays, and the house seeds the pot anew.
 *
 * @param jackpotId which jackpot
 * @param drawId the draw, which the jackpot has not had before
 * @param playerId who won, drawn by the sender
 * @param walletId the winner's wallet, into which the prize is paid
 */
@Command(context = "jackpot", name = "draw-jackpot", aggregate = "jackpotId")
public record DrawJackpot(JackpotId jackpotId, DrawId drawId, PlayerId playerId, WalletId walletId)
        implements JackpotCommand {}
