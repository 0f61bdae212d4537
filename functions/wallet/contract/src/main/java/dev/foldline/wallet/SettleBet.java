package dev.foldline.wallet;

import dev.foldline.functions.Command;

/**
 * Ends a bet and pays it out.
 *
 * @param walletId which wallet
 * @param roundId the round of the bet
 * @param payoutMinor how much goes into the wallet, the stake included; 0 for a lost bet
 * @param currency the wallet's currency
 */
@Command(context = "wallet", name = "settle-bet", aggregate = "walletId")
public record SettleBet(WalletId walletId, RoundId roundId, Payout payoutMinor, CurrencyCode currency)
        implements WalletCommand {

    /** The payout as money. */
    public Money payout() {
        return payoutMinor.in(currency);
    }
}
