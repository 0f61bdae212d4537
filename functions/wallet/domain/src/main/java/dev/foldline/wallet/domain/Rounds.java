package dev.foldline.wallet.domain;

import dev.foldline.wallet.Money;
import dev.foldline.wallet.RoundId;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * The rounds in which a wallet has or had a bet: each can be bet on once. Immutable; a change shares what it does not touch,
 * so that folding n events costs n log n.
 *
 * <p>It remembers every round, about 200 bytes each: forgetting one would let a late retry under another command id bet on it again,
 * and a player's bets are thousands, not millions.
 *
 * @param open the stakes of the bets that are not settled
 * @param settled rounds whose bet is
 */
public record Rounds(PMap<RoundId, Money> open, PSet<RoundId> settled) {

    /** No bet yet. */
    public static final Rounds NONE = new Rounds(HashTreePMap.empty(), HashTreePSet.empty());

    boolean isOpen(RoundId round) {
        return open.containsKey(round);
    }

    boolean isKnown(RoundId round) {
        return isOpen(round) || settled.contains(round);
    }

    /**
     * The stake of the round's open bet.
     *
     * @throws IllegalStateException it has none
     */
    Money stake(RoundId round) {
        Money stake = open.get(round);
        if (stake == null) {
            throw new IllegalStateException("a wallet's history settles a bet that is not open");
        }
        return stake;
    }

    /**
     * With a bet in a new round.
     *
     * @throws IllegalStateException the round is known
     */
    Rounds place(RoundId round, Money stake) {
        if (isKnown(round)) {
            throw new IllegalStateException("a wallet's history has two bets in one round");
        }
        return new Rounds(open.plus(round, stake), settled);
    }

    /** With the round's bet settled. */
    Rounds settle(RoundId round) {
        return new Rounds(open.minus(round), settled.plus(round));
    }
}
