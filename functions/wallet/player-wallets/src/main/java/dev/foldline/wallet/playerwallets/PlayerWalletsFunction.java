package dev.foldline.wallet.playerwallets;

import dev.foldline.functions.QueryFunction;
import dev.foldline.functions.Responder;
import dev.foldline.player.FindPlayerOverview;
import dev.foldline.player.OwnedWallet;
import dev.foldline.player.PlayerOverview;
import dev.foldline.projections.Reads;
import dev.foldline.projections.playerwallets.rows.PlayerWalletRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Answers {@link FindPlayerOverview} with the player's wallets. */
@Responder("wallet")
public final class PlayerWalletsFunction implements QueryFunction<FindPlayerOverview, PlayerOverview> {

    private static final String WALLETS = "from PlayerWalletRow where playerId = :player order by walletId";

    @Override
    public String projection() {
        return "player-wallets";
    }

    @Override
    public CompletionStage<Optional<PlayerOverview>> answer(FindPlayerOverview query) {
        Map<String, Object> player = Map.of("player", query.playerId().value());
        return Reads.list(
                        PlayerWalletRow.class,
                        WALLETS,
                        player,
                        PlayerOverview.MOST,
                        row -> new OwnedWallet(row.walletId, row.currency, row.balanceMinor))
                .thenApply(PlayerWalletsFunction::overview);
    }

    private static Optional<PlayerOverview> overview(List<OwnedWallet> wallets) {
        return Optional.of(wallets).filter(found -> !found.isEmpty()).map(PlayerOverview::ofWallets);
    }
}
