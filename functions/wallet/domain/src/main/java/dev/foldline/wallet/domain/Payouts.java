package dev.foldline.wallet.domain;

import dev.foldline.wallet.Money;
import dev.foldline.wallet.PayoutId;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What was credited to a wallet besides payouts of bets: each payout once. Immutable.
 *
 * @param credited how much, by payout
 */
public record Payouts(PMap<PayoutId, Money> credited) {

    /** Nothing yet. */
    public static final Payouts NONE = new Payouts(HashTreePMap.empty());

    /** How much was credited for this payout; null when nothing was. */
    @Nullable
    Money of(PayoutId payout) {
        return credited.get(payout);
    }

    /**
     * With this payout.
     *
     * @throws IllegalStateException it was credited before
     */
    Payouts credit(PayoutId payout, Money amount) {
        if (credited.containsKey(payout)) {
            throw new IllegalStateException("a wallet's history credits one payout twice");
        }
        return new Payouts(credited.plus(payout, amount));
    }
}
