package dev.foldline.jackpot.domain;

import dev.foldline.jackpot.Amount;
import dev.foldline.jackpot.DrawId;

/**
 * A prize that could not be paid went back into the pot.
 *
 * @param draw the draw, whose prize was not returned before
 * @param prize how much
 */
public record PrizeReturned(DrawId draw, Amount prize) implements JackpotEvent {}
