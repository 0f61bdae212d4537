package dev.foldline.wallet.sessionlimit;

import dev.foldline.functions.EventSource;
import dev.foldline.functions.Policy;
import dev.foldline.functions.Reaction;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.wallet.EndSession;
import dev.foldline.wallet.SessionId;
import dev.foldline.wallet.WalletId;
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

/** Ends a session when its time has come, unless it has ended before. */
public final class SessionLimit implements Policy<WalletEvent> {

    @Override
    public String context() {
        return "wallet";
    }

    @Override
    public String name() {
        return "session-limit";
    }

    @Override
    public EventSource<WalletEvent> source() {
        return WalletAggregate.TYPE.source();
    }

    @Override
    public List<Reaction> react(RecordedEvent<WalletEvent> event) {
        String wallet = event.aggregate().id();
        return switch (event.event()) {
            case SessionStarted e -> List.of(schedule(wallet, e));
            case SessionEnded e -> List.of(Reaction.cancel(key(wallet, e.session())));
            case WalletOpened ignored -> List.of();
            case FundsDeposited ignored -> List.of();
            case FundsWithdrawn ignored -> List.of();
            case BetPlaced ignored -> List.of();
            case BetSettled ignored -> List.of();
            case WinningsCredited ignored -> List.of();
        };
    }

    private static Reaction schedule(String wallet, SessionStarted event) {
        var end = new EndSession(new WalletId(wallet), event.session());
        return Reaction.schedule(
                key(wallet, event.session()), end, event.endsAt().at());
    }

    /** No identifier has a space in it. */
    private static String key(String wallet, SessionId session) {
        return wallet + " " + session;
    }
}
