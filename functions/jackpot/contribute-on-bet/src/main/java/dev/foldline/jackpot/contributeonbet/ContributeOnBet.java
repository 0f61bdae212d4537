package dev.foldline.jackpot.contributeonbet;

import dev.foldline.functions.EventSource;
import dev.foldline.functions.Ordering;
import dev.foldline.functions.Policy;
import dev.foldline.functions.Reaction;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.jackpot.Amount;
import dev.foldline.jackpot.Contribute;
import dev.foldline.jackpot.CurrencyCode;
import dev.foldline.jackpot.JackpotId;
import dev.foldline.jackpot.RoundId;
import dev.foldline.jackpot.WalletId;
import dev.foldline.wallet.WalletPublished;
import dev.foldline.wallet.WalletPublished.BetPlaced;
import dev.foldline.wallet.WalletPublished.WalletOpened;
import java.util.List;

/**
 * Whenever a bet is placed, a part of the stake goes into the jackpot {@code main-<currency>}. Where there is no such jackpot
 * the contribution is refused, and that is all.
 */
public final class ContributeOnBet implements Policy<WalletPublished> {

    @Override
    public String context() {
        return "jackpot";
    }

    @Override
    public String name() {
        return "contribute-on-bet";
    }

    @Override
    public EventSource<WalletPublished> source() {
        return WalletPublished.STREAM;
    }

    /** A sum does not depend on the order of what is added. */
    @Override
    public Ordering ordering() {
        return Ordering.NONE;
    }

    @Override
    public List<Reaction> react(RecordedEvent<WalletPublished> event) {
        return switch (event.event()) {
            case BetPlaced bet -> List.of(Reaction.send(contribution(bet)));
            case WalletOpened ignored -> List.of();
        };
    }

    private static Contribute contribution(BetPlaced bet) {
        return new Contribute(
                new JackpotId("main-" + bet.currency()),
                new WalletId(bet.walletId().value()),
                new RoundId(bet.roundId().value()),
                new Amount(bet.stakeMinor().minor()),
                new CurrencyCode(bet.currency().value()));
    }
}
