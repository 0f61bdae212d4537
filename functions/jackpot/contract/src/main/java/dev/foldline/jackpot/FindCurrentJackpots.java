package dev.foldline.jackpot;

import dev.foldline.functions.Query;
import java.util.Optional;

/**
 * Asks which jackpots there are, in the order of their ids; answered by {@link CurrentJackpots}. Never not found.
 *
 * @param after only those after this one: the last of the page before
 * @param limit how many at most; {@link PageSize#DEFAULT} when absent
 */
@Query(context = "jackpot", name = "current-jackpots", answer = CurrentJackpots.class)
public record FindCurrentJackpots(Optional<JackpotId> after, Optional<PageSize> limit) {}
