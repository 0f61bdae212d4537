package dev.foldline.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.foldline.functions.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When a session ends. Written in UTC as ISO 8601 says, e.g. {@code 2026-01-31T20:00:00Z}.
 *
 * @param at from 1970 to 9999, kept to the millisecond; in the past for a session that ends as soon as it has started
 */
public record SessionEnd(Instant at) {

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    /** @throws InvalidValueException the instant is not one of those years */
    public SessionEnd {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
            throw new InvalidValueException("a session ends between 1970 and 9999");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SessionEnd parse(String text) {
        try {
            return new SessionEnd(Instant.parse(text));
        } catch (DateTimeException e) {
            throw new InvalidValueException("a session's end is an instant such as 2026-01-31T20:00:00Z");
        }
    }

    @JsonValue
    @Override
    public String toString() {
        return at.toString();
    }
}
