package dev.foldline.wallet;

import dev.foldline.functions.Command;

/**
 * Stakes money on a round.
 *
 * @param walletId which wallet
 * @param roundId the round; the wallet has had no bet in it before
 * @param stakeMinor how much
 * @param currency the wallet's currency
 */
@Command(context = "wallet", name = "place-bet", aggregate = "walletId")
public record PlaceBet(WalletId walletId, RoundId roundId, Amount stakeMinor, CurrencyCode currency)
        implements WalletCommand {

    /** The stake as money. */
    public Money stake() {
        return stakeMinor.in(currency);
    }
}
