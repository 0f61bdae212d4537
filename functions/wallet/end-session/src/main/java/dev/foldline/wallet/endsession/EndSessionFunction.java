package dev.foldline.wallet.endsession;

import dev.foldline.functions.AggregateType;
import dev.foldline.functions.CommandFunction;
import dev.foldline.wallet.EndSession;
import dev.foldline.wallet.domain.WalletAggregate;

/** Handles {@link EndSession}. */
public final class EndSessionFunction implements CommandFunction<EndSession> {

    @Override
    public AggregateType<? super EndSession, ?, ?> aggregateType() {
        return WalletAggregate.TYPE;
    }

    @Override
    public String aggregateId(EndSession command) {
        return command.walletId().value();
    }
}
