package dev.foldline.jackpot.domain;

import dev.foldline.functions.Rejection;
import dev.foldline.jackpot.CurrencyCode;

/** Why a jackpot refuses. */
public sealed interface JackpotRejection extends Rejection {

    /** The command is about a jackpot that nobody has opened. */
    record JackpotNotOpen() implements JackpotRejection {

        @Override
        public String code() {
            return "jackpot-not-open";
        }

        @Override
        public String detail() {
            return "the jackpot is not open";
        }
    }

    /** The jackpot is open, and was so before this command. */
    record JackpotAlreadyOpen() implements JackpotRejection {

        @Override
        public String code() {
            return "jackpot-already-open";
        }

        @Override
        public String detail() {
            return "the jackpot is open already";
        }
    }

    /** The command's money is of another currency than the jackpot's. */
    record CurrencyMismatch(CurrencyCode expected) implements JackpotRejection {

        @Override
        public String code() {
            return "currency-mismatch";
        }

        @Override
        public String detail() {
            return "the jackpot holds " + expected;
        }
    }

    /** The pot would hold more than can be counted. */
    record PotLimitExceeded() implements JackpotRejection {

        @Override
        public String code() {
            return "pot-limit-exceeded";
        }

        @Override
        public String detail() {
            return "a pot holds at most " + Long.MAX_VALUE + " minor units";
        }
    }

    /** There is no whole minor unit in the pot. */
    record PotEmpty() implements JackpotRejection {

        @Override
        public String code() {
            return "pot-empty";
        }

        @Override
        public String detail() {
            return "there is nothing in the pot that could be won";
        }
    }

    /** The jackpot has had this draw. */
    record DrawAlreadyMade() implements JackpotRejection {

        @Override
        public String code() {
            return "draw-already-made";
        }

        @Override
        public String detail() {
            return "the jackpot has had this draw already";
        }
    }

    /** The jackpot has never had this draw. */
    record DrawUnknown() implements JackpotRejection {

        @Override
        public String code() {
            return "draw-unknown";
        }

        @Override
        public String detail() {
            return "the jackpot has never had this draw";
        }
    }
}
