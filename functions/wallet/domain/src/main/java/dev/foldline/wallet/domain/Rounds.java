package dev.foldline.wallet.domain;

import dev.foldline.wallet.RoundId;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * The rounds in which a wallet has or had a bet: each can be bet on once. Immutable; a change shares what it does not touch,
 * so that folding n events costs n log n.
 *
 * <p>It remembers every round, about 150 bytes each: forgetting one would let a late retry under another command id bet on it again,
 * and a player's bets are thousands, not millions.
 *
 * @param open rounds whose bet is not settled
 * @param settled rounds whose bet is
 */
public record Rounds(PSet<RoundId> open, PSet<RoundId> settled) {

    /** No bet yet. */
    public static final Rounds NONE = new Rounds(HashTreePSet.empty(), HashTreePSet.empty());

    boolean isOpen(RoundId round) {
        return open.contains(round);
    }

    boolean isKnown(RoundId round) {
        return isOpen(round) || settled.contains(round);
    }

    Rounds place(RoundId round) {
        return new Rounds(open.plus(round), settled);
    }

    Rounds settle(RoundId round) {
        return new Rounds(open.minus(round), settled.plus(round));
    }
}
