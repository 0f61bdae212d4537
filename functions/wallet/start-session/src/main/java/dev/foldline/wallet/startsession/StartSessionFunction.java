package dev.foldline.wallet.startsession;

import dev.foldline.functions.AggregateType;
import dev.foldline.functions.CommandFunction;
import dev.foldline.wallet.StartSession;
import dev.foldline.wallet.domain.WalletAggregate;

/** Handles {@link StartSession}. */
public final class StartSessionFunction implements CommandFunction<StartSession> {

    @Override
    public AggregateType<? super StartSession, ?, ?> aggregateType() {
        return WalletAggregate.TYPE;
    }

    @Override
    public String aggregateId(StartSession command) {
        return command.walletId().value();
    }
}
