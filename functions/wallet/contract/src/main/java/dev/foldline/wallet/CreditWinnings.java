package dev.foldline.wallet;

import dev.foldline.functions.Command;

/**
 * Puts winnings into a wallet that are no payout of a bet, such as a jackpot's prize; once for a payout.
 *
 * @param walletId which wallet
 * @param payoutId what is paid; asked for again with the same amount, nothing happens
 * @param amountMinor how much
 * @param currency the wallet's currency
 */
@Command(context = "wallet", name = "credit-winnings", aggregate = "walletId")
public record CreditWinnings(WalletId walletId, PayoutId payoutId, Amount amountMinor, CurrencyCode currency)
        implements WalletCommand {

    /** The amount as money. */
    public Money amount() {
        return amountMinor.in(currency);
    }
}
