package dev.foldline.functions;

import java.util.Map;
import java.util.Optional;

/**
 * What several responders said, and who said nothing. Every responder of the query is in exactly one of the two.
 *
 * @param answers by responder; empty when the responder has found nothing
 * @param missing why there is no answer, by responder: the code of a {@link FaultException}
 * @param <R> the answers
 */
public record Gathered<R>(Map<String, Optional<R>> answers, Map<String, String> missing) {

    public Gathered {
        answers = Map.copyOf(answers);
        missing = Map.copyOf(missing);
    }

    /** Whether everybody has answered. */
    public boolean isComplete() {
        return missing.isEmpty();
    }
}
