package dev.foldline.wallet.domain;

import dev.foldline.functions.Rejection;

/** Why a wallet refuses for its sessions' sake. */
public sealed interface SessionRejection extends Rejection {

    /** The wallet has had sessions, and none is running. */
    record SessionOver() implements SessionRejection {

        @Override
        public String code() {
            return "session-over";
        }

        @Override
        public String detail() {
            return "the session is over; start another one to place a bet";
        }
    }

    /** The wallet has a session that is running. */
    record SessionRunning() implements SessionRejection {

        @Override
        public String code() {
            return "session-running";
        }

        @Override
        public String detail() {
            return "the wallet has another session that is running";
        }
    }

    /** The wallet has or had this session. */
    record SessionAlreadyStarted() implements SessionRejection {

        @Override
        public String code() {
            return "session-already-started";
        }

        @Override
        public String detail() {
            return "the wallet has or had this session already";
        }
    }

    /** The wallet never had this session. */
    record SessionNotStarted() implements SessionRejection {

        @Override
        public String code() {
            return "session-not-started";
        }

        @Override
        public String detail() {
            return "the wallet has never had this session";
        }
    }
}
