package dev.foldline.wallet.domain;

import dev.foldline.wallet.SessionId;
import java.util.List;

/** A wallet's sessions told anew, plainly: what is so is looked up in the whole history. */
record SessionBook(List<WalletEvent> history) {

    /** Whether there were sessions, and the last one is over. */
    boolean isOver() {
        return started().size() > 0 && started().size() == ended().size();
    }

    String expectedAtStart(SessionId session) {
        if (started().contains(session)) {
            return "session-already-started";
        }
        return started().size() > ended().size() ? "session-running" : Ledger.ACCEPTED;
    }

    String expectedAtEnd(SessionId session) {
        return started().contains(session) ? Ledger.ACCEPTED : "session-not-started";
    }

    private List<SessionId> started() {
        return history.stream()
                .filter(SessionStarted.class::isInstance)
                .map(event -> ((SessionStarted) event).session())
                .toList();
    }

    private List<SessionId> ended() {
        return history.stream()
                .filter(SessionEnded.class::isInstance)
                .map(event -> ((SessionEnded) event).session())
                .toList();
    }
}
