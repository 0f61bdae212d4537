package dev.foldline.jackpot.domain;

import dev.foldline.jackpot.Amount;
import dev.foldline.jackpot.CurrencyCode;
import dev.foldline.jackpot.DrawId;
import dev.foldline.jackpot.PlayerId;
import dev.foldline.jackpot.Seed;
import dev.foldline.jackpot.WalletId;

/**
 * A player won all whole minor units of the pot, which was seeded anew.
 *
 * @param draw the draw, which the jackpot had not had before
 * @param player who won
 * @param wallet where the prize is to be paid
 * @param prize how much left the pot
 * @param currency the jackpot's currency
 * @param seed what the house put into the pot
 */
public record JackpotDrawn(
        DrawId draw, PlayerId player, WalletId wallet, Amount prize, CurrencyCode currency, Seed seed)
        implements JackpotEvent {}
