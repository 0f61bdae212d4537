package dev.foldline.jackpot.playerprizes;

import dev.foldline.functions.QueryFunction;
import dev.foldline.functions.Responder;
import dev.foldline.player.FindPlayerOverview;
import dev.foldline.player.PlayerOverview;
import dev.foldline.player.WonPrize;
import dev.foldline.projections.Reads;
import dev.foldline.projections.playerprizes.rows.PlayerPrizeRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Answers {@link FindPlayerOverview} with what the player has won, but for prizes that went back into the pot. */
@Responder("jackpot")
public final class PlayerPrizesFunction implements QueryFunction<FindPlayerOverview, PlayerOverview> {

    private static final String PRIZES =
            "from PlayerPrizeRow where playerId = :player and not returned order by drawnAt desc, prizeId";

    @Override
    public String projection() {
        return "player-prizes";
    }

    @Override
    public CompletionStage<Optional<PlayerOverview>> answer(FindPlayerOverview query) {
        Map<String, Object> player = Map.of("player", query.playerId().value());
        return Reads.list(
                        PlayerPrizeRow.class,
                        PRIZES,
                        player,
                        PlayerOverview.MOST,
                        row -> new WonPrize(row.jackpotId, row.drawId, row.prizeMinor, row.currency))
                .thenApply(PlayerPrizesFunction::overview);
    }

    private static Optional<PlayerOverview> overview(List<WonPrize> prizes) {
        return Optional.of(prizes).filter(found -> !found.isEmpty()).map(PlayerOverview::ofPrizes);
    }
}
