package dev.foldline.wallet.domain;

import static dev.foldline.functions.Decision.accept;
import static dev.foldline.functions.Decision.nothing;
import static dev.foldline.functions.Decision.reject;

import dev.foldline.functions.Decision;
import dev.foldline.wallet.EndSession;
import dev.foldline.wallet.SessionId;
import dev.foldline.wallet.StartSession;
import dev.foldline.wallet.domain.SessionRejection.SessionAlreadyStarted;
import dev.foldline.wallet.domain.SessionRejection.SessionNotStarted;
import dev.foldline.wallet.domain.SessionRejection.SessionRunning;
import java.util.Optional;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * The sessions that a wallet has or had: each can be started once. Immutable. It remembers every one, so that a late retry
 * under another command id does not start it again.
 *
 * @param running the one that is running, if any
 * @param over those that are over
 */
public record Sessions(Optional<SessionId> running, PSet<SessionId> over) {

    /** No session yet. */
    public static final Sessions NONE = new Sessions(Optional.empty(), HashTreePSet.empty());

    boolean isRunning(SessionId session) {
        return running.filter(session::equals).isPresent();
    }

    boolean isKnown(SessionId session) {
        return isRunning(session) || over.contains(session);
    }

    Decision<WalletEvent> decide(StartSession command) {
        if (isKnown(command.sessionId())) {
            return reject(new SessionAlreadyStarted());
        }
        return running.isPresent()
                ? reject(new SessionRunning())
                : accept(new SessionStarted(command.sessionId(), command.endsAt()));
    }

    /** A session that the player has ended is due to end once more, and the other way round. */
    Decision<WalletEvent> decide(EndSession command) {
        if (!isKnown(command.sessionId())) {
            return reject(new SessionNotStarted());
        }
        return isRunning(command.sessionId()) ? accept(new SessionEnded(command.sessionId())) : nothing();
    }

    /** Whether it takes a session to place a bet, and there is none. */
    boolean forbidBets() {
        return running.isEmpty() && !over.isEmpty();
    }

    /**
     * With the session running.
     *
     * @throws IllegalStateException it is known, or another one is running
     */
    Sessions start(SessionId session) {
        if (running.isPresent() || isKnown(session)) {
            throw new IllegalStateException("a wallet's history starts a session twice, or two at once");
        }
        return new Sessions(Optional.of(session), over);
    }

    /**
     * With the session over.
     *
     * @throws IllegalStateException it is not running
     */
    Sessions end(SessionId session) {
        if (!isRunning(session)) {
            throw new IllegalStateException("a wallet's history ends a session that is not running");
        }
        return new Sessions(Optional.empty(), over.plus(session));
    }
}
