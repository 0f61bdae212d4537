package dev.foldline.wallet.domain;

import dev.foldline.functions.Rejection;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.Money;

/** Why a wallet refuses. */
public sealed interface WalletRejection extends Rejection {

    /** The command is about a wallet that nobody has opened. */
    record WalletNotOpen() implements WalletRejection {

        @Override
        public String code() {
            return "wallet-not-open";
        }

        @Override
        public String detail() {
            return "the wallet is not open";
        }
    }

    /** The wallet is open, and was so before this command. */
    record WalletAlreadyOpen() implements WalletRejection {

        @Override
        public String code() {
            return "wallet-already-open";
        }

        @Override
        public String detail() {
            return "the wallet is open already";
        }
    }

    /** The command's money is of another currency than the wallet's. */
    record CurrencyMismatch(CurrencyCode expected) implements WalletRejection {

        @Override
        public String code() {
            return "currency-mismatch";
        }

        @Override
        public String detail() {
            return "the wallet holds " + expected;
        }
    }

    /** The command wants more than there is. */
    record InsufficientFunds(Money available) implements WalletRejection {

        @Override
        public String code() {
            return "insufficient-funds";
        }

        @Override
        public String detail() {
            return "available are " + available.minor() + " minor units of " + available.currency();
        }
    }

    /** The wallet, the stakes of its open bets included, would hold more than can be counted. */
    record BalanceLimitExceeded() implements WalletRejection {

        @Override
        public String code() {
            return "balance-limit-exceeded";
        }

        @Override
        public String detail() {
            return "a wallet holds at most " + Long.MAX_VALUE + " minor units, the stakes of its open bets included";
        }
    }

    /** The wallet has or had a bet in this round. */
    record BetAlreadyPlaced() implements WalletRejection {

        @Override
        public String code() {
            return "bet-already-placed";
        }

        @Override
        public String detail() {
            return "the wallet has a bet in this round already";
        }
    }

    /** The wallet has no open bet in this round: it never had, or it is settled. */
    record BetNotOpen() implements WalletRejection {

        @Override
        public String code() {
            return "bet-not-open";
        }

        @Override
        public String detail() {
            return "the wallet has no open bet in this round";
        }
    }

    /** This payout was made already, with another amount. */
    record PayoutAlreadyCredited(Money credited) implements WalletRejection {

        @Override
        public String code() {
            return "payout-already-credited";
        }

        @Override
        public String detail() {
            return "this payout was credited with " + credited.minor() + " minor units of " + credited.currency();
        }
    }
}
