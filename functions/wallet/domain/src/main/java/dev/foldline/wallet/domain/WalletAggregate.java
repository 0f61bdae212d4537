package dev.foldline.wallet.domain;

import dev.foldline.functions.AggregateType;
import dev.foldline.wallet.WalletCommand;

/** How wallets are decided and stored. */
public final class WalletAggregate {

    public static final AggregateType<WalletCommand, Wallet, WalletEvent> TYPE = new AggregateType<>(
                    "wallet", "wallet", new WalletDecider(), WalletEvents.TABLE)
            .with(WalletSnapshot.SNAPSHOTS);

    private WalletAggregate() {}
}
