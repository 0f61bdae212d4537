package dev.foldline.wallet.placebet;

import dev.foldline.functions.AggregateType;
import dev.foldline.functions.CommandFunction;
import dev.foldline.wallet.PlaceBet;
import dev.foldline.wallet.domain.WalletAggregate;

/** Handles {@link PlaceBet}. */
public final class PlaceBetFunction implements CommandFunction<PlaceBet> {

    @Override
    public AggregateType<? super PlaceBet, ?, ?> aggregateType() {
        return WalletAggregate.TYPE;
    }

    @Override
    public String aggregateId(PlaceBet command) {
        return command.walletId().value();
    }
}
