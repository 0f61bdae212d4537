package dev.foldline.jackpot.domain;

import dev.foldline.jackpot.Amount;
import dev.foldline.jackpot.BasisPoints;
import dev.foldline.jackpot.CurrencyCode;
import dev.foldline.jackpot.DrawId;
import dev.foldline.jackpot.Seed;

/**
 * A jackpot as far as decisions need to know it. Immutable. A contribution changes one number: everybody contributes, so the
 * state grows with draws only.
 */
public sealed interface Jackpot {

    /** Nobody has opened it yet. */
    record Unopened() implements Jackpot {}

    /**
     * It is in use.
     *
     * @param currency the only currency that it holds
     * @param rate which part of each stake goes into the pot
     * @param seed what the house puts into the pot after each draw
     * @param pot what can be won, and what is left of a minor unit
     * @param draws the draws that were made
     */
    record Open(CurrencyCode currency, BasisPoints rate, Seed seed, ExactAmount pot, Draws draws) implements Jackpot {

        static Open seeded(CurrencyCode currency, BasisPoints rate, Seed seed) {
            return new Open(currency, rate, seed, ExactAmount.of(seed.minor()), Draws.NONE);
        }

        /** Which part of the stake goes into the pot. */
        ExactAmount share(Amount stake) {
            return ExactAmount.share(stake, rate);
        }

        Open contribute(ExactAmount share) {
            return new Open(currency, rate, seed, pot.plus(share), draws);
        }

        /**
         * With all whole minor units drawn, and the pot seeded anew.
         *
         * @throws IllegalStateException the prize is not what was in the pot
         */
        Open draw(DrawId id, Amount prize, Seed anew) {
            if (prize.minor() != pot.minor()) {
                throw new IllegalStateException("a jackpot's history draws another prize than was in the pot");
            }
            ExactAmount left = pot.remainder().plus(ExactAmount.of(anew.minor()));
            return new Open(currency, rate, seed, left, draws.make(id, prize));
        }

        Open giveBack(DrawId id, Amount prize) {
            ExactAmount more = pot.plus(ExactAmount.of(prize.minor()));
            return new Open(currency, rate, seed, more, draws.giveBack(id, prize));
        }
    }
}
