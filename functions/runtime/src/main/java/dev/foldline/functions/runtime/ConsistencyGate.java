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
}
