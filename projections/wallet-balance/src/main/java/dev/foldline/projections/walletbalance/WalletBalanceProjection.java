package dev.foldline.projections.walletbalance;

import dev.foldline.functions.EventSource;
import dev.foldline.functions.Projection;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.projections.walletbalance.rows.WalletBalanceRow;
import dev.foldline.wallet.domain.WalletAggregate;
import dev.foldline.wallet.domain.WalletEvent;
import dev.foldline.wallet.domain.WalletOpened;
import java.util.Optional;

/** Folds a wallet's events into what it has to spend. */
public final class WalletBalanceProjection implements Projection<WalletEvent, WalletBalanceRow> {

    @Override
    public String name() {
        return "wallet-balance";
    }

    @Override
    public EventSource<WalletEvent> source() {
        return WalletAggregate.TYPE.source();
    }

    @Override
    public Class<WalletBalanceRow> rowType() {
        return WalletBalanceRow.class;
    }

    @Override
    public Optional<String> rowId(RecordedEvent<WalletEvent> event) {
        return Optional.of(event.aggregate().id());
    }

    @Override
    public WalletBalanceRow newRow(String walletId) {
        var row = new WalletBalanceRow();
        row.walletId = walletId;
        return row;
    }

    @Override
    public void fold(WalletBalanceRow row, RecordedEvent<WalletEvent> event) {
        event.requireNext(row.version);
        row.version = event.version();
        row.balanceMinor = Math.addExact(row.balanceMinor, event.event().changeMinor());
        if (event.event() instanceof WalletOpened opened) {
            row.currency = opened.currency().value();
        }
    }
}
