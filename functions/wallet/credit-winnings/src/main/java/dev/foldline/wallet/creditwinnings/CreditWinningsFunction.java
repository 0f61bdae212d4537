package dev.foldline.wallet.creditwinnings;

import dev.foldline.functions.AggregateType;
import dev.foldline.functions.CommandFunction;
import dev.foldline.wallet.CreditWinnings;
import dev.foldline.wallet.domain.WalletAggregate;

/** Handles {@link CreditWinnings}. */
public final class CreditWinningsFunction implements CommandFunction<CreditWinnings> {

    @Override
    public AggregateType<? super CreditWinnings, ?, ?> aggregateType() {
        return WalletAggregate.TYPE;
    }

    @Override
    public String aggregateId(CreditWinnings command) {
        return command.walletId().value();
    }
}
