package dev.foldline.functions;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The handler of one query: what a query function deploys. A public class; found at build time.
 *
 * @param <Q> the query: a record with {@link Query}
 * @param <R> the answer: a record
 */
public interface QueryFunction<Q, R> {

    /** The projection that the query reads. A caller's token is waited for on it before {@link #answer} is called. */
    String projection();

    /**
     * The id of the one row that the answer is made of: a subscription asks again only when that has changed. Empty, as by
     * default, when any change of the projection may change the answer.
     */
    default Optional<String> rowId(Q query) {
        return Optional.empty();
    }

    /**
     * Answers the query. Called on an event loop: must not block.
     *
     * @return the answer, or empty when there is nothing of that name (404 {@code not-found})
     */
    CompletionStage<Optional<R>> answer(Q query);
}
