package dev.foldline.eventstore;

/**
 * What became of an append. A lost race is a value, not an exception.
 *
 * <p>In every case a prefix of the commits was stored, directly after the tail that the caller named, and nothing else.
 */
public sealed interface AppendResult {

    /** How many commits were stored: a prefix of those given. */
    int appended();

    /**
     * All commits were stored. One that is found in the log just as it is to be stored, at the place where it is to be, is
     * the caller's own, of an attempt whose outcome it did not learn.
     */
    record Complete(int appended) implements AppendResult {}

    /**
     * Somebody else wrote at the position after the stored prefix. Read what came after the last position known, decide
     * again whatever that touched, and append the rest.
     */
    record TailMoved(int appended) implements AppendResult {}

    /**
     * The first commit that was not stored has the id of a command that is in the log already. The commits behind it were
     * not tried.
     *
     * @param recorded what that command did, read at majority
     */
    record AlreadyCommitted(int appended, Commit recorded) implements AppendResult {}
}
