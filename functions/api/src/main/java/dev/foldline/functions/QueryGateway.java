package dev.foldline.functions;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Asks queries of their handlers, wherever these are. Thread-safe. */
public interface QueryGateway {

    /**
     * Asks a query.
     *
     * @param query a record with {@link Query}
     * @param answerType the record that the answer is read as
     * @return the answer, or empty when nothing was found; completes exceptionally with a {@link FaultException} when
     *     there is none
     */
    <R> CompletionStage<Optional<R>> ask(Object query, Class<R> answerType, QueryOptions options);
}
