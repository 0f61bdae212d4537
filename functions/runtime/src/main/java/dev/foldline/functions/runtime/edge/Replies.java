package dev.foldline.functions.runtime.edge;

import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.FaultException;
import dev.foldline.functions.runtime.Causes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Replies that commands and queries have in common. */
final class Replies {

    private static final Logger LOG = Logger.getLogger(Replies.class);

    private Replies() {}

    /** The body of an accepted command. */
    @RegisterForReflection
    record AcceptedBody(String aggregate, long version, String token) {}

    static Reply accepted(CommandAnswer.Accepted accepted, UUID commandId) {
        String token = accepted.token().toString();
        var body = new AcceptedBody(accepted.aggregate().toString(), accepted.version(), token);
        var headers = Map.of(Reply.CONSISTENCY_TOKEN, token, Reply.IDEMPOTENCY_KEY, commandId.toString());
        return new Reply(200, Reply.JSON, headers, Json.write(body));
    }

    /** What is no fault of a known kind is logged, and told to nobody. */
    static String unexpected(String who, Throwable thrown) {
        LOG.errorf(thrown, "%s failed in a way it should not", who);
        return "internal-error";
    }

    static Reply contended(CommandAnswer.Contended contended) {
        Reply problem = Problem.of(contended).reply();
        var headers = Map.of(Reply.ATTEMPTS, String.valueOf(contended.attempts()));
        return new Reply(problem.status(), problem.contentType(), headers, problem.body());
    }

    /** A fault as a problem. What is no fault of a known kind is logged here and told to nobody. */
    static Reply ofFault(Throwable thrown) {
        Throwable cause = Causes.of(thrown);
        if (cause instanceof FaultException fault) {
            if (fault.getCause() != null) {
                LOG.debugf(fault, "Answered %s", fault.code());
            }
            return Problem.of(fault).reply();
        }
        return Problem.of(500, unexpected("A handler", cause), "something went wrong here, not with the request")
                .reply();
    }
}
