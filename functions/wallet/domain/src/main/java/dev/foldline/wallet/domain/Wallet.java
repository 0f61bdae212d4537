package dev.foldline.wallet.domain;

import dev.foldline.wallet.Money;

/** A wallet as far as decisions need to know it. Immutable. */
public sealed interface Wallet {

    /** Nobody has opened it yet. */
    record Unopened() implements Wallet {}

    /**
     * It is in use.
     *
     * @param available what can be spent: stakes of open bets are not in it; never negative
     * @param rounds the rounds in which it has or had a bet
     */
    record Open(Money available, Rounds rounds) implements Wallet {

        Open with(Money newAvailable) {
            return new Open(newAvailable, rounds);
        }
    }
}
