package dev.foldline.functions.runtime.edge;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.eventstore.Token;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.DeadlineExceededException;
import dev.foldline.functions.InvalidValueException;
import dev.foldline.functions.MalformedBodyException;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.UnknownMessageException;
import dev.foldline.functions.Update;
import dev.foldline.functions.runtime.FunctionCatalog.GatherEntry;
import dev.foldline.functions.runtime.FunctionCatalog.RemoteEntry;
import java.util.Arrays;
import java.util.Optional;

/** Turns replies back into what a handler in the same process would have answered. */
final class RemoteAnswers {

    private RemoteAnswers() {}

    /** What became of a command; throws the fault when the reply is one. */
    static CommandAnswer ofCommand(Reply reply, RemoteEntry entry) {
        if (reply.status() == 200) {
            return accepted(Json.readAnswer(reply.body(), Replies.AcceptedBody.class));
        }
        Problem problem = problem(reply, entry.key());
        return switch (reply.status()) {
            case 422 -> new CommandAnswer.Rejected(problem.code(), problem.detail());
            case 409 -> new CommandAnswer.Contended(attempts(reply));
            default ->
                throw fault(problem, entry.key(), UnknownMessageException.command(entry.context(), entry.name()));
        };
    }

    /** The answer to a query, empty when nothing was found; throws the fault when the reply is one. */
    static <R> Optional<R> ofQuery(Reply reply, RemoteEntry entry, Class<R> answerType) {
        return ofQuery(reply, entry.context(), entry.name(), answerType);
    }

    /** What one of those who answer in part has answered; as {@link #ofQuery}. */
    static <R> Optional<R> ofPart(Reply reply, GatherEntry entry, Class<R> answerType) {
        return ofQuery(reply, entry.context(), entry.name(), answerType);
    }

    private static <R> Optional<R> ofQuery(Reply reply, String context, String name, Class<R> answerType) {
        if (reply.status() == 200) {
            return Optional.of(Json.readAnswer(reply.body(), answerType));
        }
        Problem problem = problem(reply, context + "/" + name);
        if (problem.code().equals(Problem.NOT_FOUND)) {
            return Optional.empty();
        }
        throw fault(problem, context + "/" + name, UnknownMessageException.query(context, name));
    }

    /** One answer of a subscription; throws the fault when the reply is one. */
    static <R> Update<R> ofSubscription(Reply reply, RemoteEntry entry, Class<R> answerType) {
        Token token = Token.parse(reply.headers().getOrDefault(Reply.CONSISTENCY_TOKEN, ""));
        boolean nothing = Arrays.equals(reply.body(), SubscriptionEdge.NOTHING);
        return new Update<>(nothing ? Optional.empty() : ofQuery(reply, entry, answerType), token);
    }

    private static CommandAnswer accepted(Replies.AcceptedBody body) {
        String[] aggregate = body.aggregate().split("/", 2);
        return new CommandAnswer.Accepted(
                new Aggregate(aggregate[0], aggregate[1]), body.version(), Token.parse(body.token()));
    }

    private static int attempts(Reply reply) {
        return Integer.parseInt(reply.headers().getOrDefault(Reply.ATTEMPTS, "1"));
    }

    private static Problem problem(Reply reply, String key) {
        if (!Reply.PROBLEM_JSON.equals(reply.contentType())) {
            throw new IllegalStateException("the reply of status " + reply.status() + " to " + key + " is no problem");
        }
        return Json.readAnswer(reply.body(), Problem.class);
    }

    /** A handler that failed in a way that is no known fault has failed as if it were here: not a fault of any kind. */
    private static RuntimeException fault(Problem problem, String key, UnknownMessageException unknown) {
        if (problem.code().equals(unknown.code())) {
            return unknown;
        }
        return switch (problem.code()) {
            case "malformed-body" -> new MalformedBodyException(problem.detail());
            case "invalid-value" -> new InvalidValueException(problem.detail());
            case "unavailable" -> new UnavailableException(problem.detail(), null);
            case "deadline-exceeded" -> new DeadlineExceededException(problem.detail());
            default ->
                new IllegalStateException(
                        "the handler of " + key + " failed with " + problem.code() + ": " + problem.detail());
        };
    }
}
