package dev.foldline.functions.runtime.edge;

import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.DeadlineExceededException;
import dev.foldline.functions.FaultException;
import dev.foldline.functions.InvalidValueException;
import dev.foldline.functions.MalformedBodyException;
import dev.foldline.functions.QuorumNotReachedException;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.UnknownMessageException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/**
 * An error as callers see it: problem details of RFC 9457 with a code that never changes.
 *
 * @param type {@code urn:foldline:problem:<code>}
 * @param title the code in words
 * @param status the HTTP status
 * @param detail what went wrong this time, and what to do
 * @param code tells problems apart
 */
@RegisterForReflection
public record Problem(String type, String title, int status, String detail, String code) {

    /** There is nothing of that name. */
    public static final String NOT_FOUND = "not-found";

    private static final Map<String, String> RETRY_SOON = Map.of(Reply.RETRY_AFTER, "1");

    /** A problem of this code. */
    public static Problem of(int status, String code, String detail) {
        return new Problem("urn:foldline:problem:" + code, title(code), status, detail, code);
    }

    static Problem of(FaultException fault) {
        return of(statusOf(fault), fault.code(), String.valueOf(fault.getMessage()));
    }

    /** A fault as a reply. */
    public static Reply reply(FaultException fault) {
        return of(fault).reply();
    }

    static Problem of(CommandAnswer.Rejected rejected) {
        return of(422, rejected.code(), rejected.detail());
    }

    static Problem of(CommandAnswer.Contended contended) {
        return of(
                409,
                "contended",
                "others wrote first " + contended.attempts() + " times; nothing was done, send the command again");
    }

    private static int statusOf(FaultException fault) {
        return switch (fault) {
            case MalformedBodyException ignored -> 400;
            case InvalidValueException ignored -> 400;
            case UnknownMessageException ignored -> 404;
            case UnavailableException ignored -> 503;
            case DeadlineExceededException ignored -> 504;
            case QuorumNotReachedException ignored -> 504;
        };
    }

    /** The problem as a reply. */
    public Reply reply() {
        return new Reply(status, Reply.PROBLEM_JSON, status == 503 ? RETRY_SOON : Map.of(), Json.write(this));
    }

    private static String title(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }
}
