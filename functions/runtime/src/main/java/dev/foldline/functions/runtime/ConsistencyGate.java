package dev.foldline.functions.runtime;

import dev.foldline.eventstore.Token;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Holds a query back until the projection that it reads has come far enough. */
public interface ConsistencyGate {

    /**
     * Completes when the projection has reached the token.
     *
     * @return completes exceptionally with {@link dev.foldline.functions.DeadlineExceededException}, whose detail says how
     *     far the projection is, when that takes longer than the timeout
     */
    CompletionStage<Void> await(String projection, Token token, Duration timeout);

    /**
     * How far the projection is, at least: whatever is read of its rows from now on has all that the token names in it.
     *
     * @return {@link Token#NONE} for a projection that has applied nothing yet; completes exceptionally with
     *     {@link dev.foldline.functions.UnavailableException} when its database is away
     */
    CompletionStage<Token> reached(String projection);
}
