package dev.foldline.functions.runtime;

import dev.foldline.eventstore.Token;
import dev.foldline.functions.QueryOptions;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Holds a query back until the projection that it reads has come far enough. */
public interface ConsistencyGate {

    /** What is left for the answer itself after the longest wait for a token. */
    Duration RESERVE = Duration.ofMillis(500);

    /**
     * Completes when the projection has reached the token.
     *
     * @return completes exceptionally with {@link dev.foldline.functions.DeadlineExceededException}, whose detail says how
     *     far the projection is, when that takes longer than the timeout
     */
    CompletionStage<Void> await(String projection, Token token, Duration timeout);

    /** Completes when a query with these options may be answered, or as above; something of its time is left for the answer. */
    default CompletionStage<Void> await(String projection, QueryOptions options) {
        Duration wait = options.timeout().minus(RESERVE);
        return await(projection, options.consistency(), wait.isPositive() ? wait : options.timeout());
    }

    /**
     * How far the projection is, at least: whatever is read of its rows from now on has all that the token names in it.
     *
     * @return {@link Token#NONE} for a projection that has applied nothing yet; completes exceptionally with
     *     {@link dev.foldline.functions.UnavailableException} when its database is away
     */
    CompletionStage<Token> reached(String projection);
}
