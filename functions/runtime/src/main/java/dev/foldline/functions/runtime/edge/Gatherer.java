package dev.foldline.functions.runtime.edge;

import dev.foldline.eventstore.Token;
import dev.foldline.functions.FaultException;
import dev.foldline.functions.GatherOptions;
import dev.foldline.functions.Gathered;
import dev.foldline.functions.InvalidValueException;
import dev.foldline.functions.QueryOptions;
import dev.foldline.functions.QuorumNotReachedException;
import dev.foldline.functions.runtime.Causes;
import dev.foldline.functions.runtime.FunctionCatalog.GatherEntry;
import dev.foldline.functions.runtime.LocalQueryGateway;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asks all who answer a query in part: those in this process directly, the others by one message. Thread-safe. */
@Singleton
final class Gatherer {

    private final LocalQueryGateway here;
    private final Remote remote;

    Gatherer(LocalQueryGateway here, Remote remote) {
        this.here = here;
        this.remote = remote;
    }

    <R> CompletionStage<Gathered<R>> gather(
            GatherEntry entry, Object query, Class<R> answerType, GatherOptions options) {
        if (options.quorum() > entry.responders().size()) {
            return CompletableFuture.failedStage(new InvalidValueException(Reply.QUORUM + ": " + entry.key() + " has "
                    + entry.responders().size() + " responders"));
        }
        Map<String, CompletableFuture<Optional<R>>> asked = ask(entry, query, answerType, options);
        return CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new))
                .handle((done, fault) -> checked(entry, collect(asked), options.quorum()));
    }

    private <R> Map<String, CompletableFuture<Optional<R>>> ask(
            GatherEntry entry, Object query, Class<R> answerType, GatherOptions options) {
        Map<String, CompletableFuture<Optional<R>>> asked = new HashMap<>();
        askElsewhere(entry, query, options)
                .forEach((responder, reply) -> asked.put(
                        responder,
                        reply.thenApply(one -> RemoteAnswers.ofPart(one, entry, answerType))
                                .toCompletableFuture()));
        var each = new QueryOptions(options.consistency(), options.timeout());
        entry.functions()
                .keySet()
                .forEach(responder -> asked.put(
                        responder, here.<R>askResponder(query, responder, each).toCompletableFuture()));
        return asked;
    }

    private Map<String, CompletionStage<Reply>> askElsewhere(GatherEntry entry, Object query, GatherOptions options) {
        List<String> others = entry.elsewhere();
        if (others.isEmpty()) {
            return Map.of();
        }
        Map<String, String> properties = options.consistency().equals(Token.NONE)
                ? Map.of()
                : Map.of(Reply.CONSISTENCY_TOKEN, options.consistency().toString());
        return remote.gather(entry.context(), entry.name(), others, Json.write(query), properties, options.timeout());
    }

    private static <R> Gathered<R> collect(Map<String, CompletableFuture<Optional<R>>> asked) {
        Map<String, Optional<R>> answers = new HashMap<>();
        Map<String, String> missing = new HashMap<>();
        asked.forEach((responder, answer) -> {
            if (answer.state() == CompletableFuture.State.SUCCESS) {
                answers.put(responder, answer.resultNow());
            } else {
                missing.put(responder, code(responder, answer.exceptionNow()));
            }
        });
        return new Gathered<>(answers, missing);
    }

    private static <R> Gathered<R> checked(GatherEntry entry, Gathered<R> gathered, int quorum) {
        if (gathered.answers().size() < quorum) {
            throw new QuorumNotReachedException(
                    entry.key() + " has " + gathered.answers().size() + " of the " + quorum
                            + " answers that are needed; missing: " + new TreeMap<>(gathered.missing()));
        }
        return gathered;
    }

    private static String code(String responder, Throwable thrown) {
        Throwable cause = Causes.of(thrown);
        return cause instanceof FaultException fault ? fault.code() : Replies.unexpected(responder, cause);
    }
}
