package dev.foldline.wallet.domain;

import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.Money;
import dev.foldline.wallet.PayoutId;
import dev.foldline.wallet.RoundId;
import dev.foldline.wallet.SessionId;

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
     * @param payouts what else was paid into it
     * @param sessions the sessions that it has or had
     */
    record Open(Money available, Money atStake, Rounds rounds, Payouts payouts, Sessions sessions) implements Wallet {

        private static final long LIMIT_MINOR = Long.MAX_VALUE;

        public Open {
            if (available.minor() < 0 || atStake.minor() < 0 || atStake.minor() > LIMIT_MINOR - available.minor()) {
                throw new IllegalStateException("a wallet's history leaves it with impossible funds");
            }
        }

        static Open holding(CurrencyCode currency) {
            return new Open(Money.zero(currency), Money.zero(currency), Rounds.NONE, Payouts.NONE, Sessions.NONE);
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
            return new Open(available.plus(amount), atStake, rounds, payouts, sessions);
        }

        Open withdraw(Money amount) {
            return new Open(available.minus(amount), atStake, rounds, payouts, sessions);
        }

        Open place(RoundId round, Money stake) {
            return new Open(available.minus(stake), atStake.plus(stake), rounds.place(round, stake), payouts, sessions);
        }

        Open settle(RoundId round, Money payout) {
            Money left = atStake.minus(rounds.stake(round));
            return new Open(available.plus(payout), left, rounds.settle(round), payouts, sessions);
        }

        Open credit(PayoutId payout, Money amount) {
            return new Open(available.plus(amount), atStake, rounds, payouts.credit(payout, amount), sessions);
        }

        Open start(SessionId session) {
            return new Open(available, atStake, rounds, payouts, sessions.start(session));
        }

        Open end(SessionId session) {
            return new Open(available, atStake, rounds, payouts, sessions.end(session));
        }
    }
}
