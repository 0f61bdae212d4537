package dev.foldline.player;

import java.util.List;

/**
 * What there is of a player, or one context's part of it: lists that are another's to fill are empty.
 *
 * @param wallets the player's wallets in the order of their ids, at most {@value #MOST}: the wallet context's part
 * @param prizes what the player has won, latest draw first, at most {@value #MOST}: the jackpot context's part
 */
public record PlayerOverview(List<OwnedWallet> wallets, List<WonPrize> prizes) {

    /** How long a list is at most. */
    public static final int MOST = 100;

    public PlayerOverview {
        wallets = List.copyOf(wallets);
        prizes = List.copyOf(prizes);
    }

    /** Wallets only. */
    public static PlayerOverview ofWallets(List<OwnedWallet> wallets) {
        return new PlayerOverview(wallets, List.of());
    }

    /** Prizes only. */
    public static PlayerOverview ofPrizes(List<WonPrize> prizes) {
        return new PlayerOverview(List.of(), prizes);
    }
}
