package dev.foldline.functions;

import dev.foldline.eventstore.Token;
import java.time.Duration;

/**
 * How answers are gathered.
 *
 * @param consistency how far each answer must be at least, as far as the token says something about what it is made of
 * @param timeout how long the caller waits, from now; it gets what has come by then
 * @param quorum how many responders must have answered for there to be a result at all, 0 to the number of responders
 */
public record GatherOptions(Token consistency, Duration timeout, int quorum) {

    public GatherOptions {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("a timeout is longer than nothing");
        }
        if (quorum < 0) {
            throw new IllegalArgumentException("a quorum is not negative: " + quorum);
        }
    }
}
