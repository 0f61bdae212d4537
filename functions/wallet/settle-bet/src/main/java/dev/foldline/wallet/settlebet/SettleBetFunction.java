package dev.foldline.wallet.settlebet;

import dev.foldline.functions.AggregateType;
import dev.foldline.functions.CommandFunction;
import dev.foldline.wallet.SettleBet;
import dev.foldline.wallet.domain.WalletAggregate;

/** Handles {@link SettleBet}. */
public final class SettleBetFunction implements CommandFunction<SettleBet> {

    @Override
    public AggregateType<? super SettleBet, ?, ?> aggregateType() {
        return WalletAggregate.TYPE;
    }

    @Override
    public String aggregateId(SettleBet command) {
        return command.walletId().value();
    }
}
