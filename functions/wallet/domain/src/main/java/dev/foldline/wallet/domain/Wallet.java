package dev.foldline.wallet.domain;

import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.Money;
import dev.foldline.wallet.RoundId;

/** A wallet as far as decisions need to know it. Immutable. */
public sealed interface Wallet {

    /** Nobody has opened it yet. */
    record Unopened() implements Wallet {}

    /**
     * It is in use. What is available and what is at stake together stay within the limit: so every stake can be paid back.
     *
     * @param available what can be spent: stakes of open bets are not in it; never negative
     * @param atStake the stakes of its open bets together; never negative
     * @param rounds the rounds in which it has or had a bet
     */
    record Open(Money available, Money atStake, Rounds rounds) implements Wallet {

        private static final long LIMIT_MINOR = Long.MAX_VALUE;

        public Open {
            if (available.minor() < 0 || atStake.minor() < 0 || atStake.minor() > LIMIT_MINOR - available.minor()) {
                throw new IllegalStateException("a wallet's history leaves it with impossible funds");
            }
        }

        static Open holding(CurrencyCode currency) {
            return new Open(Money.zero(currency), Money.zero(currency), Rounds.NONE);
        }

        boolean isOf(CurrencyCode currency) {
            return available.currency().equals(currency);
        }

        /** How much more it can hold. */
        Money room() {
            return new Money(LIMIT_MINOR, available.currency()).minus(available).minus(atStake);
        }

        /** How much more it can hold without the stake of the round's open bet. */
        Money roomWithout(RoundId round) {
            return room().plus(rounds.stake(round));
        }

        Open deposit(Money amount) {
            return new Open(available.plus(amount), atStake, rounds);
        }

        Open withdraw(Money amount) {
            return new Open(available.minus(amount), atStake, rounds);
        }

        Open place(RoundId round, Money stake) {
            return new Open(available.minus(stake), atStake.plus(stake), rounds.place(round, stake));
        }

        Open settle(RoundId round, Money payout) {
            return new Open(available.plus(payout), atStake.minus(rounds.stake(round)), rounds.settle(round));
        }
    }
}
