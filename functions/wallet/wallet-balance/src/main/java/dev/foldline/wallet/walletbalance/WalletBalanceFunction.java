package dev.foldline.wallet.walletbalance;

import dev.foldline.functions.QueryFunction;
import dev.foldline.projections.Reads;
import dev.foldline.projections.walletbalance.rows.WalletBalanceRow;
import dev.foldline.wallet.Balance;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.FindWalletBalance;
import dev.foldline.wallet.WalletBalance;
import dev.foldline.wallet.WalletId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Answers {@link FindWalletBalance}. */
public final class WalletBalanceFunction implements QueryFunction<FindWalletBalance, WalletBalance> {

    @Override
    public String projection() {
        return "wallet-balance";
    }

    @Override
    public Optional<String> rowId(FindWalletBalance query) {
        return Optional.of(query.walletId().value());
    }

    @Override
    public CompletionStage<Optional<WalletBalance>> answer(FindWalletBalance query) {
        return Reads.find(WalletBalanceRow.class, query.walletId().value(), WalletBalanceFunction::answer);
    }

    private static WalletBalance answer(WalletBalanceRow row) {
        return new WalletBalance(
                new WalletId(row.walletId), new CurrencyCode(row.currency), new Balance(row.balanceMinor), row.version);
    }
}
