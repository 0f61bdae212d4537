package dev.foldline.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.foldline.functions.Allowed;
import dev.foldline.functions.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * When a session ends.
 *
 * @param value an instant of UTC as ISO 8601 says, from 1970 to 9999, e.g. {@code 2026-01-31T20:00:00Z}; kept to the
 *     millisecond. One in the past is that of a session that ends as soon as it has started
 */
@Allowed(pattern = SessionEnd.PATTERN)
public record SessionEnd(@JsonValue String value) {

    static final String PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$";

    private static final Pattern ALLOWED = Pattern.compile(PATTERN);

    /** @throws InvalidValueException the text is no such instant */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SessionEnd {
        value = parse(value).truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static Instant parse(String text) {
        try {
            if (ALLOWED.matcher(text).matches()) {
                Instant instant = Instant.parse(text);
                if (!instant.isBefore(Instant.EPOCH)) {
                    return instant;
                }
            }
        } catch (DateTimeException e) { // such as the 30th of February
            throw refused();
        }
        throw refused();
    }

    private static InvalidValueException refused() {
        return new InvalidValueException("a session's end is an instant since 1970 such as 2026-01-31T20:00:00Z");
    }

    /** The instant. */
    public Instant at() {
        return Instant.parse(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
