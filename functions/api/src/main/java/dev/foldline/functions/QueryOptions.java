package dev.foldline.functions;

import dev.foldline.eventstore.Token;
import java.time.Duration;

/**
 * How a query is asked.
 *
 * @param consistency how far the answer must be at least; {@link Token#NONE} for as far as it happens to be
 * @param timeout how long the caller waits, from now
 */
public record QueryOptions(Token consistency, Duration timeout) {

    public QueryOptions {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("a timeout is longer than nothing");
        }
    }
}
