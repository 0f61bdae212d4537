package dev.foldline.wallet.openwallet;

import dev.foldline.functions.AggregateType;
import dev.foldline.functions.CommandFunction;
import dev.foldline.wallet.OpenWallet;
import dev.foldline.wallet.domain.WalletAggregate;

/** Handles {@link OpenWallet}. */
public final class OpenWalletFunction implements CommandFunction<OpenWallet> {

    @Override
    public AggregateType<? super OpenWallet, ?, ?> aggregateType() {
        return WalletAggregate.TYPE;
    }

    @Override
    public String aggregateId(OpenWallet command) {
        return command.walletId().value();
    }
}
