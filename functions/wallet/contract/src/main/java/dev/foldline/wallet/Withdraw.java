package dev.foldline.wallet;

import dev.foldline.functions.Command;

/**
 * Takes money out of a wallet.
 *
 * @param walletId which wallet
 * @param amountMinor how much
 * @param currency the wallet's currency
 */
@Command(context = "wallet", name = "withdraw", aggregate = "walletId")
public record Withdraw(WalletId walletId, Amount amountMinor, CurrencyCode currency) implements WalletCommand {

    /** The amount as money. */
    public Money amount() {
        return amountMinor.in(currency);
    }
}
