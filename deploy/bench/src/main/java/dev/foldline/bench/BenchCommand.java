package dev.foldline.bench;

import dev.foldline.wallet.Amount;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.Deposit;
import dev.foldline.wallet.OpenWallet;
import dev.foldline.wallet.PlayerId;
import dev.foldline.wallet.WalletCommand;
import dev.foldline.wallet.WalletId;
import java.util.UUID;

/**
 * A command that is sent to measure.
 *
 * @param id its id, by which it is found in the log
 * @param command the command itself
 */
record BenchCommand(UUID id, WalletCommand command) {

    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final Amount ONE_CENT = new Amount(1);

    static BenchCommand open(String wallet) {
        return new BenchCommand(UUID.randomUUID(), new OpenWallet(new WalletId(wallet), new PlayerId("bench"), EUR));
    }

    static BenchCommand deposit(String wallet) {
        return new BenchCommand(UUID.randomUUID(), new Deposit(new WalletId(wallet), ONE_CENT, EUR));
    }
}
