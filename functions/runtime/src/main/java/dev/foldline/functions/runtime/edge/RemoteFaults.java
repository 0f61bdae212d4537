package dev.foldline.functions.runtime.edge;

import dev.foldline.functions.DeadlineExceededException;
import dev.foldline.functions.FaultException;
import dev.foldline.functions.InvalidValueException;
import dev.foldline.functions.MalformedBodyException;
import dev.foldline.functions.UnavailableException;
import java.io.IOException;

/** Problems that other processes tell, as the faults that they were there. */
final class RemoteFaults {

    private RemoteFaults() {}

    static FaultException of(Reply reply) {
        Problem problem = problem(reply);
        return switch (problem.code()) {
            case "malformed-body" -> new MalformedBodyException(problem.detail());
            case "invalid-value" -> new InvalidValueException(problem.detail());
            case "deadline-exceeded" -> new DeadlineExceededException(problem.detail());
            default -> new UnavailableException(problem.code() + ": " + problem.detail(), null);
        };
    }

    private static Problem problem(Reply reply) {
        try {
            return Json.STRICT.readValue(reply.body(), Problem.class);
        } catch (IOException e) {
            return Problem.of(reply.status(), "unavailable", "the handler has answered " + reply.status());
        }
    }
}
