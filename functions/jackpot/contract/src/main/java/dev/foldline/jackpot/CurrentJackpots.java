package dev.foldline.jackpot;

import java.util.List;

/**
 * A page of jackpots; the answer to {@link FindCurrentJackpots}.
 *
 * @param jackpots in the order of their ids; there are no more when they are fewer than asked for
 */
public record CurrentJackpots(List<CurrentJackpot> jackpots) {

    public CurrentJackpots {
        jackpots = List.copyOf(jackpots);
    }
}
