package dev.foldline.projections.playerwallets;

import dev.foldline.functions.EventSource;
import dev.foldline.functions.Projection;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.projections.playerwallets.rows.PlayerWalletRow;
import dev.foldline.wallet.domain.WalletAggregate;
import dev.foldline.wallet.domain.WalletEvent;
import dev.foldline.wallet.domain.WalletOpened;
import java.util.Optional;

/** Folds wallets' events into what each player has to spend where. */
public final class PlayerWalletsProjection implements Projection<WalletEvent, PlayerWalletRow> {

    @Override
    public String name() {
        return "player-wallets";
    }

    @Override
    public EventSource<WalletEvent> source() {
        return WalletAggregate.TYPE.source();
    }

    @Override
    public Class<PlayerWalletRow> rowType() {
        return PlayerWalletRow.class;
    }

    @Override
    public Optional<String> rowId(RecordedEvent<WalletEvent> event) {
        return Optional.of(event.aggregate().id());
    }

    @Override
    public PlayerWalletRow newRow(String walletId) {
        var row = new PlayerWalletRow();
        row.walletId = walletId;
        return row;
    }

    @Override
    public void fold(PlayerWalletRow row, RecordedEvent<WalletEvent> event) {
        event.requireNext(row.version);
        row.version = event.version();
        row.balanceMinor = Math.addExact(row.balanceMinor, event.event().changeMinor());
        if (event.event() instanceof WalletOpened opened) {
            row.playerId = opened.player().value();
            row.currency = opened.currency().value();
        }
    }
}
