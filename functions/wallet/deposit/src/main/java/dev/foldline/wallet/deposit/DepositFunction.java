package dev.foldline.wallet.deposit;

import dev.foldline.functions.AggregateType;
import dev.foldline.functions.CommandFunction;
import dev.foldline.wallet.Deposit;
import dev.foldline.wallet.domain.WalletAggregate;

/** Handles {@link Deposit}. */
public final class DepositFunction implements CommandFunction<Deposit> {

    @Override
    public AggregateType<? super Deposit, ?, ?> aggregateType() {
        return WalletAggregate.TYPE;
    }

    @Override
    public String aggregateId(Deposit command) {
        return command.walletId().value();
    }
}
