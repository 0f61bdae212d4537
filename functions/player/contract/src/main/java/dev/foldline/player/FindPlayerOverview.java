package dev.foldline.player;

import dev.foldline.functions.Query;

/**
 * Asks what there is of a player; answered by each context with its part of a {@link PlayerOverview}, and not found where
 * there is nothing.
 *
 * @param playerId who
 */
@Query(
        context = "player",
        name = "player-overview",
        responders = {"wallet", "jackpot"},
        answer = PlayerOverview.class)
public record FindPlayerOverview(PlayerId playerId) {}
