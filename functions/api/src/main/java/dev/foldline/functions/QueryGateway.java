package dev.foldline.functions;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

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

    /**
     * Asks all responders of a query and waits until each has answered or the time is over.
     *
     * @param query a record with {@link Query} that names responders
     * @param answerType the record that each answer is read as
     * @return what was answered; completes exceptionally with a {@link FaultException} when too few have answered
     */
    <R> CompletionStage<Gathered<R>> gather(Object query, Class<R> answerType, GatherOptions options);

    /**
     * Subscribes to a query's answer: the answer as it is now and, from then on, each other answer that comes to be the right
     * one. An answer that is overtaken before the subscriber asks for the next may be left out; the last one never is.
     *
     * @param query a record with {@link Query} that one handler answers
     * @param options the consistency of the first answer, and how long to wait for it; the subscription itself has no end
     * @return ends with a {@link FaultException} when there are no more answers; subscribe again with the last token
     */
    <R> Flow.Publisher<Update<R>> subscribe(Object query, Class<R> answerType, QueryOptions options);
}
