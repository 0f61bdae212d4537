package dev.foldline.wallet.withdraw;

import dev.foldline.functions.AggregateType;
import dev.foldline.functions.CommandFunction;
import dev.foldline.wallet.Withdraw;
import dev.foldline.wallet.domain.WalletAggregate;

/** Handles {@link Withdraw}. */
public final class WithdrawFunction implements CommandFunction<Withdraw> {

    @Override
    public AggregateType<? super Withdraw, ?, ?> aggregateType() {
        return WalletAggregate.TYPE;
    }

    @Override
    public String aggregateId(Withdraw command) {
        return command.walletId().value();
    }
}
