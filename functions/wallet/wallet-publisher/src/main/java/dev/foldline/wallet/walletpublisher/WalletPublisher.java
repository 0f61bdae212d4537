package dev.foldline.wallet.walletpublisher;

import dev.foldline.functions.EventSource;
import dev.foldline.functions.Publisher;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.wallet.Amount;
import dev.foldline.wallet.WalletId;
import dev.foldline.wallet.WalletPublished;
import dev.foldline.wallet.domain.BetPlaced;
import dev.foldline.wallet.domain.BetSettled;
import dev.foldline.wallet.domain.FundsDeposited;
import dev.foldline.wallet.domain.FundsWithdrawn;
import dev.foldline.wallet.domain.SessionEnded;
import dev.foldline.wallet.domain.SessionStarted;
import dev.foldline.wallet.domain.WalletAggregate;
import dev.foldline.wallet.domain.WalletEvent;
import dev.foldline.wallet.domain.WalletOpened;
import dev.foldline.wallet.domain.WinningsCredited;
import java.util.List;

/** Tells others of new wallets and of bets. What a player deposits, withdraws and wins stays within the context. */
public final class WalletPublisher implements Publisher<WalletEvent, WalletPublished> {

    @Override
    public EventSource<WalletEvent> source() {
        return WalletAggregate.TYPE.source();
    }

    @Override
    public EventSource<WalletPublished> stream() {
        return WalletPublished.STREAM;
    }

    @Override
    public List<WalletPublished> publish(RecordedEvent<WalletEvent> event) {
        var wallet = new WalletId(event.aggregate().id());
        return switch (event.event()) {
            case WalletOpened e -> List.of(new WalletPublished.WalletOpened(wallet, e.player(), e.currency()));
            case BetPlaced e -> List.of(betPlaced(wallet, e));
            case FundsDeposited ignored -> List.of();
            case FundsWithdrawn ignored -> List.of();
            case BetSettled ignored -> List.of();
            case WinningsCredited ignored -> List.of();
            case SessionStarted ignored -> List.of();
            case SessionEnded ignored -> List.of();
        };
    }

    private static WalletPublished betPlaced(WalletId wallet, BetPlaced event) {
        return new WalletPublished.BetPlaced(
                wallet,
                event.round(),
                new Amount(event.stake().minor()),
                event.stake().currency());
    }
}
